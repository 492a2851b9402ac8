package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.encoding.CategoryEncoding;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.FunctionalDependency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A column that follows from another is looked up again.
 *
 * <p>The map holds the determinant's public values only, those that at least k rows share, and so
 * the dependent's values beside them are public too. A number that is none of them counts as the
 * nearest one. {@code *}, which stands for all categories that are not public, counts as a value of
 * its own: from it follows what is most frequent beside them, and {@code *} where two columns of
 * categories follow from each other. What stands beside a missing determinant differs from row to
 * row: it is drawn as often as it occurs there.
 *
 * <p>Where more than 1% of the rows have no public determinant, the dependent stays in the model,
 * which knows better, and is only put right where the determinant decides. Categories that are not
 * public decide nothing then, if they are so many; the relation does not hold for {@code *}.
 *
 * <p><b>Memory:</b> one entry for each public value.
 */
final class LookupStep implements Step {

  private static final double DRAWN = 0.01;
  private static final int NONE = -3;

  private final FunctionalDependency relation;
  private final Field dependent;
  private final boolean modelled; // whether the model makes the dependent
  private final Palette keys;
  private final Palette values;
  private final int[] map; // of each key a value, or missing
  private final int bucket; // what follows from a rare category: a value, missing, or nothing
  private final double[] without; // shares of values, the last is missing, without a determinant

  private LookupStep(
      FunctionalDependency relation,
      Field dependent,
      boolean modelled,
      Palette keys,
      Palette values,
      int[] map,
      int bucket,
      double[] without) {
    this.relation = relation;
    this.dependent = dependent;
    this.modelled = modelled;
    this.keys = keys;
    this.values = values;
    this.map = map;
    this.bucket = bucket;
    this.without = without;
  }

  /** Empty where too few values are public, or where conditions cannot be moved over. */
  static Optional<Step> learn(FunctionalDependency relation, Learning learning) {
    return new Learner(turned(relation, learning), learning).learn();
  }

  /**
   * Of two that follow from each other, categories decide rather than numbers, conditions first.
   */
  private static FunctionalDependency turned(FunctionalDependency relation, Learning learning) {
    boolean conditions =
        learning.isConditioned(relation.dependent())
            && !learning.isConditioned(relation.determinant());
    boolean names =
        !isNames(relation.determinant(), learning) && isNames(relation.dependent(), learning);
    boolean decidable =
        learning.frame().get(relation.dependent()).field().type() != StorageType.TEMPORAL;
    return relation.oneToOne() && decidable && (conditions || names)
        ? new FunctionalDependency(
            relation.dependent(), relation.determinant(), true, relation.support())
        : relation;
  }

  private static boolean isNames(String name, Learning learning) {
    return learning.frame().get(name).field().type() == StorageType.CATEGORICAL;
  }

  @Override
  public boolean isExact() {
    return bucket != NONE;
  }

  @Override
  public boolean isCorrection() {
    return modelled;
  }

  /** Counts what stands beside what. */
  private static final class Learner {
    private final FunctionalDependency relation;
    private final Learning learning;
    private final Field dependent;
    private final boolean names; // of two columns of categories that follow from each other
    private final Coded from;
    private final Coded to;
    private final int k;

    Learner(FunctionalDependency relation, Learning learning) {
      this.learning = learning;
      this.relation = relation;
      this.names =
          relation.oneToOne()
              && isNames(relation.determinant(), learning)
              && isNames(relation.dependent(), learning);
      this.dependent = learning.frame().get(relation.dependent()).field();
      this.from = Coded.of(learning.frame().column(relation.determinant()));
      this.to = Coded.of(learning.frame().column(relation.dependent()));
      this.k = learning.k(relation.determinant());
    }

    Optional<Step> learn() {
      int[] shared = from.shared(k);
      int[] found = found();
      int rows = from.codes().length;
      int rare = rare();
      int missing = (int) Arrays.stream(from.codes()).filter(code -> code < 0).count();
      boolean numeric = from.palette().type() == StorageType.NUMERIC;
      boolean open = (names ? 0 : rare) + missing > DRAWN * rows;
      boolean conditioned = learning.isConditioned(relation.dependent());
      if (shared.length < 2
          || Arrays.stream(found).anyMatch(code -> code == NONE)
          || numeric && rare > DRAWN * rows
          || conditioned && rare + missing > 0) {
        return Optional.empty();
      }
      boolean modelled = open && !((names || follows(beside())) && follows(without()));
      boolean undecided = modelled && !names && rare > DRAWN * rows;
      return Optional.of(step(shared, found, modelled, undecided));
    }

    /** Whether rows without a public determinant are all alike. */
    private static boolean follows(double[] counts) {
      return Arrays.stream(counts).filter(count -> count > 0).count() <= 1;
    }

    private LookupStep step(int[] shared, int[] found, boolean modelled, boolean undecided) {
      int[] kept = kept(shared, found);
      Palette values = to.palette().select(kept);
      int[] at = new int[to.counts().length];
      Arrays.fill(at, Palette.UNKNOWN);
      for (int i = 0; i < kept.length; i++) {
        at[kept[i]] = i;
      }
      int known = values.names().indexOf(CategoryEncoding.RARE);
      boolean rare = names && rare() > 0;
      Palette all = rare && known < 0 ? values.and(CategoryEncoding.RARE) : values;
      int most = most(shares(beside(), at, kept.length));
      int bucket = rare ? known < 0 ? kept.length : known : follows(most, kept.length);
      double[] without = shares(without(), at, kept.length);
      return new LookupStep(
          kept(),
          dependent,
          modelled,
          from.palette().select(shared),
          all,
          Arrays.stream(shared).map(c -> found[c] < 0 ? Palette.MISSING : at[found[c]]).toArray(),
          undecided ? NONE : bucket,
          rare && known < 0 ? widened(without) : without);
    }

    /** What follows from {@code *}; nothing where it would have to follow back. */
    private int follows(int most, int missing) {
      return most == missing || kept().oneToOne() ? Palette.MISSING : most;
    }

    /** Shares with room for {@code *}, which stands before what is missing. */
    private static double[] widened(double[] shares) {
      double[] wide = Arrays.copyOf(shares, shares.length + 1);
      wide[shares.length] = shares[shares.length - 1];
      wide[shares.length - 1] = 0;
      return wide;
    }

    /** What holds: the determinant follows back where it is the only one beside its dependent. */
    private FunctionalDependency kept() {
      boolean back =
          names || relation.oneToOne() && from.palette().names().size() > 0 && rare() == 0;
      return new FunctionalDependency(
          relation.determinant(), relation.dependent(), back, relation.support());
    }

    /** Values that may come back: what follows from public values, and what is public itself. */
    private int[] kept(int[] shared, int[] found) {
      double[] beside = beside();
      double[] without = without();
      int common = learning.k(relation.dependent());
      boolean[] kept = new boolean[to.counts().length];
      for (int code = 0; code < kept.length; code++) {
        boolean stands = beside[code] + without[code] > 0;
        kept[code] = stands && to.counts()[code] >= common;
      }
      for (int code : shared) {
        if (found[code] >= 0) {
          kept[found[code]] = true;
        }
      }
      return IntStream.range(0, kept.length).filter(code -> kept[code]).toArray();
    }

    private static int most(double[] shares) {
      int most = 0;
      for (int i = 1; i < shares.length; i++) {
        most = shares[i] > shares[most] ? i : most;
      }
      return most;
    }

    /** Rows of each public value, the last of what is missing; of all rows where there is none. */
    private double[] shares(double[] counts, int[] at, int values) {
      double[] shares = new double[values + 1];
      for (int code = 0; code < at.length; code++) {
        if (at[code] >= 0) {
          shares[at[code]] += counts[code];
        }
      }
      shares[values] = counts[at.length];
      return Arrays.stream(shares).sum() > 0 ? shares : shares(everywhere(), at, values);
    }

    private double[] everywhere() {
      return counted(code -> true);
    }

    /** Of each determinant what follows from it, or {@link #NONE} where nothing does. */
    private int[] found() {
      int[] found = new int[from.counts().length];
      boolean[] seen = new boolean[found.length];
      for (int row = 0; row < from.codes().length; row++) {
        int a = from.codes()[row];
        int b = to.codes()[row];
        if (a >= 0) {
          found[a] = seen[a] && found[a] != b ? NONE : b;
          seen[a] = true;
          if (found[a] == NONE) {
            break;
          }
        }
      }
      return found;
    }

    private int rare() {
      return Arrays.stream(from.counts()).filter(count -> count < k).sum();
    }

    /** Dependents beside rare determinants, the last is missing. */
    private double[] beside() {
      return counted(code -> code >= 0 && from.counts()[code] < k);
    }

    private double[] without() {
      return counted(code -> code < 0);
    }

    private double[] counted(java.util.function.IntPredicate determinant) {
      double[] counts = new double[to.counts().length + 1];
      for (int row = 0; row < from.codes().length; row++) {
        if (determinant.test(from.codes()[row])) {
          int b = to.codes()[row];
          counts[b < 0 ? counts.length - 1 : b]++;
        }
      }
      return counts;
    }
  }

  @Override
  public FunctionalDependency relation() {
    return relation;
  }

  @Override
  public void reduce(Frame frame) {
    codes(frame);
    if (frame.get(dependent.name()).field().type() != values.type()) {
      throw new IllegalArgumentException("values that follow are of another type");
    }
    if (!modelled) {
      frame.remove(dependent.name());
    }
  }

  private int[] codes(Frame frame) {
    Column column = frame.column(relation.determinant());
    return column instanceof NumericColumn numbers && keys.type() == StorageType.NUMERIC
        ? keys.nearest(numbers)
        : keys.encode(column);
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    int[] codes = codes(frame);
    if (modelled) {
      frame.replace(dependent.name(), dependent, corrected(codes, frame.column(dependent.name())));
      return;
    }
    double[] missing = cumulative(without);
    for (int row = 0; row < codes.length; row++) {
      codes[row] =
          switch (codes[row]) {
            case Palette.MISSING -> drawn(draws.pick(missing, row));
            case Palette.UNKNOWN -> bucket;
            default -> map[codes[row]];
          };
    }
    frame.add(dependent, values.column(codes));
  }

  private int drawn(int picked) {
    return picked == values.size() ? Palette.MISSING : picked;
  }

  private static double[] cumulative(double[] shares) {
    double[] cumulative = shares.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    return cumulative;
  }

  /** What the model made, but what follows where it follows. */
  private Column corrected(int[] codes, Column made) {
    Palette both = values;
    if (made instanceof CategoricalColumn names) {
      List<String> all = new ArrayList<>(values.names());
      names.dictionary().stream().filter(name -> !all.contains(name)).forEach(all::add);
      both = Palette.of(all);
      int[] merged = both.encode(made);
      for (int row = 0; row < codes.length; row++) {
        merged[row] = decides(codes[row]) ? followed(codes[row]) : merged[row];
      }
      return both.column(merged);
    }
    boolean[] decided = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      decided[row] = decides(codes[row]);
      codes[row] = decided[row] ? followed(codes[row]) : Palette.MISSING;
    }
    return Columns.chosen(decided, values.column(codes), made);
  }

  private boolean decides(int code) {
    return code >= 0 || code == Palette.UNKNOWN && bucket != NONE;
  }

  private int followed(int code) {
    return code >= 0 ? map[code] : bucket;
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    int[] codes = codes(frame);
    int[] found = values.encode(frame.column(dependent.name()));
    int rare = values.names().indexOf(CategoryEncoding.RARE);
    for (int row = 0; row < logs.length; row++) {
      found[row] = found[row] == Palette.UNKNOWN && rare >= 0 ? rare : found[row];
      if (decides(codes[row])) {
        logs[row] += found[row] == followed(codes[row]) ? 0 : Double.NEGATIVE_INFINITY;
      } else if (!modelled) {
        logs[row] += chance(found[row]);
      }
    }
  }

  /** The log of the chance to draw a value beside a missing determinant. */
  private double chance(int code) {
    return code == Palette.UNKNOWN
        ? Double.NEGATIVE_INFINITY
        : StrictMath.log(without[code < 0 ? values.size() : code] / Arrays.stream(without).sum());
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {
    ValueSet set = modelled ? null : sets.remove(dependent.name());
    if (set != null) {
      boolean[] wanted = set.admits(values.column(map));
      sets.merge(relation.determinant(), determinants(wanted), ValueSet::and);
    }
  }

  /** The determinants of which something follows that is wanted. */
  private ValueSet determinants(boolean[] wanted) {
    int[] keysWanted = IntStream.range(0, wanted.length).filter(i -> wanted[i]).toArray();
    if (keys.type() == StorageType.CATEGORICAL) {
      Set<String> names = new HashSet<>();
      for (int key : keysWanted) {
        names.add(keys.names().get(key));
      }
      return CategorySet.of(names);
    }
    List<NumberSet.Interval> intervals = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i]) {
        int first = i;
        while (i + 1 < wanted.length && wanted[i + 1]) {
          i++;
        }
        intervals.add(new NumberSet.Interval(lower(first), upper(i)));
      }
    }
    return new NumberSet(intervals, false);
  }

  private double lower(int key) {
    return key == 0 ? Double.NEGATIVE_INFINITY : Math.nextUp(keys.border(key));
  }

  private double upper(int key) {
    return key == keys.size() - 1 ? Double.POSITIVE_INFINITY : keys.border(key + 1);
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("modelled", modelled);
    header.put("bucket", bucket);
    keys.save(header.putObject("keys"), tensors, prefix + "keys");
    values.save(header.putObject("values"), tensors, prefix + "values");
    tensors.put(prefix + "map", map);
    tensors.put(prefix + "without", without);
  }

  static LookupStep load(
      FunctionalDependency relation, Field dependent, JsonNode header, ModelFile file, String at) {
    Palette keys = Palette.load(header.path("keys"), file, at + "keys");
    Palette values = Palette.load(header.path("values"), file, at + "values");
    int[] map = file.ints(at + "map");
    boolean modelled = header.path("modelled").asBoolean();
    int bucket = header.path("bucket").asInt(Integer.MIN_VALUE);
    boolean fits =
        map.length == keys.size()
            && map.length > 0
            && bucket < values.size()
            && (bucket >= Palette.MISSING || bucket == NONE && modelled);
    for (int value : map) {
      fits &= value >= Palette.MISSING && value < values.size();
    }
    if (!fits) {
      throw new CorruptModelException("what follows from a column does not fit its values");
    }
    return new LookupStep(
        relation,
        dependent,
        modelled,
        keys,
        values,
        map,
        bucket,
        shares(file.doubles(at + "without", values.size() + 1)));
  }

  private static double[] shares(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      if (!(share >= 0) || !Double.isFinite(share)) {
        throw new CorruptModelException("a share of a relation is no share");
      }
      sum += share;
    }
    if (!(sum > 0) || !Double.isFinite(sum)) {
      throw new CorruptModelException("shares of a relation are nothing");
    }
    return shares;
  }
}
