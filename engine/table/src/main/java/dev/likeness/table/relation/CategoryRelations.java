package dev.likeness.table.relation;

import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.relation.Sample.Codes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidates between columns of few values: what follows from what, combinations, flags, keys. */
final class CategoryRelations {

  private static final int MOST = 150;
  private static final int MOST_DEPENDENT = 5_000;
  private static final int MOST_CELLS = 5_000_000;
  private static final int ROWS_EACH = 5;
  private static final double TOLERATED = 0.01;
  private static final double EXPLAINED = 0.95;
  private static final double TELLING = 20;
  private static final int MOST_COMBINED = 200;
  private static final int LEAST_COMBINED = 3;
  private static final double FEW_COMBINATIONS = 1.0 / 3;

  private final Sample sample;
  private final List<Codes> columns;

  CategoryRelations(Sample sample) {
    this.sample = sample;
    this.columns = sample.codes(MOST);
  }

  private record Link(Codes from, Codes to) {}

  /** What follows from what, without what follows from that again. */
  List<Relation> dependencies() {
    List<Link> links = links();
    Map<Integer, Integer> first = twins(links);
    List<Link> kept = new ArrayList<>();
    List<Relation> found = new ArrayList<>();
    for (Link link : links) {
      boolean twins = has(links, link.to(), link.from());
      if (twins && first.getOrDefault(link.to().position(), -1) == link.from().position()) {
        found.add(dependency(link, true));
      } else if (!twins && isFirst(first, link.from()) && isFirst(first, link.to())) {
        kept.add(link);
      }
    }
    for (Link link : kept) {
      boolean roundabout =
          kept.stream()
              .anyMatch(
                  step ->
                      step.from() == link.from()
                          && step.to() != link.to()
                          && has(kept, step.to(), link.to()));
      if (!roundabout) {
        found.add(dependency(link, false));
      }
    }
    return found;
  }

  private static boolean isFirst(Map<Integer, Integer> first, Codes column) {
    return first.getOrDefault(column.position(), column.position()) == column.position();
  }

  private static boolean has(List<Link> links, Codes from, Codes to) {
    return links.stream().anyMatch(link -> link.from() == from && link.to() == to);
  }

  /** Of columns that follow from each other, the first stands for all. */
  private static Map<Integer, Integer> twins(List<Link> links) {
    Map<Integer, Integer> first = new HashMap<>();
    for (Link link : links) {
      if (has(links, link.to(), link.from())) {
        int earlier = Math.min(link.from().position(), link.to().position());
        first.merge(link.from().position(), earlier, Math::min);
        first.merge(link.to().position(), earlier, Math::min);
      }
    }
    return first;
  }

  private static Relation dependency(Link link, boolean oneToOne) {
    return new FunctionalDependency(link.from().name(), link.to().name(), oneToOne, Support.NONE);
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    List<Codes> dependents = dependents();
    for (Codes from : columns) {
      if ((long) from.size() * ROWS_EACH > from.present()) {
        continue;
      }
      for (Codes to : dependents) {
        if (to.position() != from.position() && follows(from, to)) {
          Codes known =
              columns.stream().filter(c -> c.position() == to.position()).findFirst().orElse(to);
          links.add(new Link(from, known));
        }
      }
    }
    return links;
  }

  /** Columns of any kind that are not nearly constant. */
  private List<Codes> dependents() {
    List<Codes> found = new ArrayList<>();
    for (int i = 0; i < sample.schema().width() && found.size() < MOST; i++) {
      if (sample.schema().field(i).type() != StorageType.TEXT) {
        sample
            .codes(i, MOST_DEPENDENT)
            .filter(codes -> codes.size() > 1 && codes.present() - codes.most() >= TELLING)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether the most frequent value beside each code explains what guessing would not. */
  private boolean follows(Codes from, Codes to) {
    int width = to.size() + 1;
    if ((long) from.size() * width > MOST_CELLS) {
      return false;
    }
    int[] counts = new int[from.size() * width];
    int[] best = new int[from.size()];
    int rows = 0;
    int right = 0;
    for (int row = 0; row < sample.rows(); row++) {
      int a = from.codes()[row];
      if (a < 0) {
        continue;
      }
      rows++;
      if (++counts[a * width + to.codes()[row] + 1] > best[a]) {
        best[a]++;
        right++;
      }
      if (rows % 500 == 0 && rows - right > 5 * TOLERATED * rows) {
        return false;
      }
    }
    double guessed = Math.max(0, rows - to.most());
    int wrong = rows - right;
    return wrong <= TOLERATED * rows
        && guessed >= TELLING
        && wrong <= (1 - EXPLAINED) * guessed
        && repeats(from);
  }

  /** Whether codes come back often enough to be wrong about. */
  private boolean repeats(Codes from) {
    return from.present() - from.most() >= (from.size() - 1) * 2L;
  }

  /** Pairs of which far fewer combinations occur than chance would make. */
  List<Relation> combinations() {
    List<Relation> found = new ArrayList<>();
    List<Codes> few =
        columns.stream()
            .filter(c -> c.size() >= LEAST_COMBINED && c.size() <= MOST_COMBINED)
            .toList();
    for (int i = 0; i < few.size(); i++) {
      for (int j = i + 1; j < few.size(); j++) {
        Codes a = few.get(i);
        Codes b = few.get(j);
        combined(a, b).filter(pair -> !follows(a, b) && !follows(b, a)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Relation> combined(Codes a, Codes b) {
    int[] pairs = new int[a.size() * b.size()];
    double[] left = new double[a.size()];
    double[] right = new double[b.size()];
    int rows = 0;
    for (int row = 0; row < sample.rows(); row++) {
      int x = a.codes()[row];
      int y = b.codes()[row];
      if (x >= 0 && y >= 0) {
        pairs[x * b.size() + y]++;
        left[x]++;
        right[y]++;
        rows++;
      }
    }
    int occurring = 0;
    double expected = 0;
    for (int i = 0; i < pairs.length; i++) {
      occurring += pairs[i] > 0 ? 1 : 0;
      double mean = left[i / b.size()] * right[i % b.size()] / Math.max(1, rows);
      expected += 1 - StrictMath.exp(-mean);
    }
    return occurring <= FEW_COMBINATIONS * expected && expected >= TELLING / 2
        ? Optional.of(
            new FixedCombinations(
                List.of(a.name(), b.name()), occurring, pairs.length, Support.NONE))
        : Optional.empty();
  }

  /** Neighbouring flags of which one is set in each row. */
  List<Relation> flags() {
    List<Relation> found = new ArrayList<>();
    List<Integer> flags = new ArrayList<>();
    for (int i = 0; i < sample.schema().width(); i++) {
      if (isFlag(i)) {
        flags.add(i);
      }
    }
    for (int first = 0; first + 1 < flags.size(); first++) {
      int last = group(flags, first);
      if (last > first) {
        List<String> names =
            flags.subList(first, last + 1).stream()
                .map(at -> sample.schema().field(at).name())
                .toList();
        found.add(new OneHotGroup(names, Support.NONE));
        first = last;
      }
    }
    return found;
  }

  private boolean isFlag(int position) {
    if (sample.schema().field(position).type() == StorageType.TEXT
        || sample.schema().field(position).type() == StorageType.TEMPORAL) {
      return false;
    }
    Optional<Codes> codes = sample.codes(position, 2);
    if (codes.isEmpty() || codes.get().size() == 0) {
      return false;
    }
    int set = 0;
    for (byte flag : flags(position)) {
      set += flag == 1 ? 1 : 0;
    }
    return set < codes.get().present() && (set > 0 || codes.get().size() == 1);
  }

  private byte[] flags(int position) {
    byte[] flags = new byte[sample.rows()];
    int at = 0;
    for (Table part : sample.parts()) {
      byte[] some = Columns.flags(part.column(position));
      System.arraycopy(some, 0, flags, at, some.length);
      at += some.length;
    }
    return flags;
  }

  /** Where a group that begins at a flag ends; before it where there is none. */
  private int group(List<Integer> flags, int first) {
    int[] set = new int[sample.rows()];
    for (int last = first; last < flags.size(); last++) {
      byte[] flag = flags(flags.get(last));
      int twice = 0;
      int once = 0;
      int own = 0;
      for (int row = 0; row < set.length; row++) {
        set[row] += Math.max(0, flag[row]);
        own += flag[row] == 1 ? 1 : 0;
        twice += set[row] > 1 ? 1 : 0;
        once += set[row] == 1 ? 1 : 0;
      }
      if (twice > TOLERATED * set.length || own == 0 && last == first) {
        return -1;
      }
      if (last > first && once >= (1 - TOLERATED) * set.length && own >= TOLERATED * set.length) {
        return last;
      }
    }
    return -1;
  }

  /** Pairs of columns that repeat each for itself and never together. */
  List<Relation> keys() {
    List<Relation> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        if (key(columns.get(i), columns.get(j))) {
          List<String> names = List.of(columns.get(i).name(), columns.get(j).name());
          found.add(new UniqueKey(names, Support.NONE));
        }
      }
    }
    return found;
  }

  private boolean key(Codes a, Codes b) {
    if ((long) a.size() * b.size() < sample.rows()
        || Math.max(a.size(), b.size()) * 2 > sample.rows()
        || a.present() < sample.rows()
        || b.present() < sample.rows()) {
      return false;
    }
    double pairs = 0.5 * sample.rows() * (sample.rows() - 1.0);
    if (pairs * coincidence(a) * coincidence(b) < TELLING) {
      return false;
    }
    LongIndex seen = new LongIndex();
    for (int row = 0; row < sample.rows(); row++) {
      if (seen.of((long) a.codes()[row] << 32 | b.codes()[row]) < row) {
        return false;
      }
    }
    return true;
  }

  /** Chance that two rows agree. */
  private static double coincidence(Codes column) {
    double[] counts = new double[column.size()];
    for (int code : column.codes()) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    double sum = 0;
    for (double count : counts) {
      sum += count * count;
    }
    return sum / column.present() / column.present();
  }
}
