package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.StorageType;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.format.YesNo;
import dev.likeness.table.relation.FunctionalDependency;
import dev.likeness.table.relation.OneHotGroup;
import dev.likeness.table.relation.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Flags of which one is set: one category in place of all of them, the number of the flag.
 *
 * <p>A flag that fewer than k rows set is never set again; a category that the model does not name
 * is drawn among the others.
 */
final class FlagsStep implements Step {

  private final OneHotGroup relation;
  private final List<Field> flags;
  private final List<Palette> values; // the two values of each flag, or one
  private final int[] on; // which of them means that it is set, or -1
  private final double[] shares; // of each flag; 0 where too few rows set it
  private final Field group;
  private final Palette numbers;

  private FlagsStep(
      OneHotGroup relation,
      List<Field> flags,
      List<Palette> values,
      int[] on,
      double[] shares,
      String group) {
    this.relation = relation;
    this.flags = flags;
    this.values = values;
    this.on = on;
    this.shares = shares;
    this.group = Field.nominal(group);
    this.numbers = Palette.of(IntStream.range(0, on.length).mapToObj(String::valueOf).toList());
  }

  /** Empty where a flag is missing anywhere, or set where another one is. */
  static Optional<Step> learn(OneHotGroup relation, Learning learning) {
    Frame frame = learning.frame();
    List<Field> flags = relation.columns().stream().map(name -> frame.get(name).field()).toList();
    List<Palette> values = new ArrayList<>();
    int[] on = new int[flags.size()];
    for (int i = 0; i < on.length; i++) {
      String name = flags.get(i).name();
      Optional<Palette> two = values(Coded.of(frame.column(name)), learning.k(name));
      if (two.isEmpty()) {
        return Optional.empty();
      }
      values.add(two.get());
      on[i] = on(two.get());
    }
    String name = frame.unused("one of " + flags.getFirst().name());
    FlagsStep step = new FlagsStep(relation, flags, values, on, new double[on.length], name);
    int[] set = step.set(frame);
    return Arrays.stream(set).anyMatch(flag -> flag < 0)
        ? Optional.empty()
        : step.counted(set, learning.k(flags.getFirst().name()));
  }

  /** What a flag says, one value or two, where it says something in every row. */
  private static Optional<Palette> values(Coded flag, int k) {
    int[] used = flag.shared(1);
    Palette values = flag.palette().select(used);
    int on = on(values);
    boolean says = used.length == (on < 0 ? 1 : 2);
    for (int i = 0; says && i < used.length; i++) {
      says = i == on || flag.counts()[used[i]] >= k;
    }
    boolean complete = Arrays.stream(flag.counts()).sum() == flag.codes().length;
    return says && complete ? Optional.of(values) : Optional.empty();
  }

  /** The value that means yes, as the finder of relations reads it; -1 where none does. */
  private static int on(Palette values) {
    if (values.type() == StorageType.CATEGORICAL) {
      return IntStream.range(0, values.size())
          .filter(i -> YesNo.yes(values.names().get(i)))
          .findFirst()
          .orElse(-1);
    }
    return values.type() == StorageType.NUMERIC
        ? IntStream.range(0, values.size())
            .filter(i -> values.numbers()[i] == 1)
            .findFirst()
            .orElse(-1)
        : -1;
  }

  private Optional<Step> counted(int[] set, int k) {
    double[] counts = new double[on.length];
    for (int flag : set) {
      counts[flag]++;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = counts[i] < k ? 0 : counts[i];
    }
    return Arrays.stream(counts).sum() == 0
        ? Optional.empty()
        : Optional.of(new FlagsStep(relation, flags, values, on, counts, group.name()));
  }

  /** The number of the only flag that each row sets; -1 where not exactly one is set. */
  private int[] set(Frame frame) {
    int[] set = new int[frame.rows()];
    Arrays.fill(set, Palette.MISSING);
    for (int i = 0; i < on.length; i++) {
      int[] codes = values.get(i).encode(frame.column(flags.get(i).name()));
      for (int row = 0; row < set.length; row++) {
        if (codes[row] < 0) {
          set[row] = Palette.UNKNOWN;
        } else if (codes[row] == on[i] && set[row] != Palette.UNKNOWN) {
          set[row] = set[row] == Palette.MISSING ? i : Palette.UNKNOWN;
        }
      }
    }
    return set;
  }

  /** What a flag follows from, the whole group may follow from. */
  List<Relation> following(List<Relation> others) {
    Set<String> names = new HashSet<>(relation.columns());
    return others.stream()
        .filter(FunctionalDependency.class::isInstance)
        .map(FunctionalDependency.class::cast)
        .filter(pair -> names.contains(pair.dependent()) && !names.contains(pair.determinant()))
        .map(FunctionalDependency::determinant)
        .distinct()
        .<Relation>map(
            determinant ->
                new FunctionalDependency(determinant, group.name(), false, relation.support()))
        .toList();
  }

  @Override
  public OneHotGroup relation() {
    return relation;
  }

  @Override
  public void reduce(Frame frame) {
    int[] set = set(frame);
    int[] codes = Arrays.stream(set).map(flag -> Math.max(Palette.MISSING, flag)).toArray();
    frame.replace(flags.getFirst().name(), group, numbers.column(codes));
    flags.subList(1, flags.size()).forEach(flag -> frame.remove(flag.name()));
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    int[] set = numbers.encode(frame.column(group.name()));
    double[] cumulative = shares.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    for (int row = 0; row < set.length; row++) {
      set[row] = set[row] < 0 || shares[set[row]] == 0 ? draws.pick(cumulative, row) : set[row];
    }
    frame.remove(group.name());
    for (int i = 0; i < on.length; i++) {
      frame.add(flags.get(i), flag(i, set));
    }
  }

  private Column flag(int flag, int[] set) {
    int off = on[flag] == 0 ? 1 : 0;
    return values
        .get(flag)
        .column(Arrays.stream(set).map(number -> number == flag ? on[flag] : off).toArray());
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    int[] set = set(frame);
    for (int row = 0; row < logs.length; row++) {
      if (set[row] < 0 || shares[set[row]] == 0) {
        logs[row] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {
    boolean[] wanted = new boolean[on.length];
    Arrays.fill(wanted, true);
    boolean restricted = false;
    for (int i = 0; i < on.length; i++) {
      ValueSet set = sets.remove(flags.get(i).name());
      if (set != null) {
        boolean[] here = set.admits(flag(i, numbers.all()));
        for (int number = 0; number < wanted.length; number++) {
          wanted[number] &= here[number];
        }
        restricted = true;
      }
    }
    if (restricted) {
      Set<String> names = new HashSet<>();
      IntStream.range(0, wanted.length)
          .filter(i -> wanted[i] && shares[i] > 0)
          .forEach(i -> names.add(numbers.names().get(i)));
      sets.merge(group.name(), CategorySet.of(names), ValueSet::and);
    }
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("group", group.name());
    ArrayNode palettes = header.putArray("values");
    for (int i = 0; i < on.length; i++) {
      values.get(i).save(palettes.addObject(), tensors, prefix + "values." + i);
    }
    tensors.put(prefix + "on", on);
    tensors.put(prefix + "shares", shares);
  }

  static FlagsStep load(
      OneHotGroup relation, List<Field> flags, JsonNode header, ModelFile file, String at) {
    int[] on = file.ints(at + "on");
    double[] shares = file.doubles(at + "shares", flags.size());
    List<Palette> values = new ArrayList<>();
    boolean fits = on.length == flags.size() && Arrays.stream(shares).sum() > 0;
    for (int i = 0; fits && i < on.length; i++) {
      Palette two = Palette.load(header.path("values").path(i), file, at + "values." + i);
      fits =
          on[i] >= -1
              && on[i] < two.size()
              && two.type() == flags.get(i).type()
              && shares[i] >= 0
              && Double.isFinite(shares[i])
              && (on[i] < 0 ? two.size() == 1 && shares[i] == 0 : two.size() == 2);
      values.add(two);
    }
    if (!fits) {
      throw new CorruptModelException("flags of a group do not fit their columns");
    }
    return new FlagsStep(relation, flags, values, on, shares, header.path("group").asText());
  }
}
