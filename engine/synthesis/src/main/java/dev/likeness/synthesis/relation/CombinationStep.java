package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Field;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.FixedCombinations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Two columns of which only some combinations occur: one category in place of both, the number of
 * the combination.
 *
 * <p>Only combinations that at least k rows share come back; a missing value is a value here. Where
 * the others are more than 1% of the rows the columns stay as they are. A row of another
 * combination is learnt as one of those that share its first value.
 */
final class CombinationStep implements Step {

  private static final double RARE = 0.01;
  private static final int MOST = 500;

  private final FixedCombinations relation;
  private final Field first;
  private final Field second;
  private final Palette firsts;
  private final Palette seconds;
  private final int[] left; // of each combination a value of the first column, or missing
  private final int[] right;
  private final double[] shares;
  private final Field joint;
  private final Palette numbers;

  private CombinationStep(
      FixedCombinations relation,
      List<Field> fields,
      List<Palette> palettes,
      int[] left,
      int[] right,
      double[] shares,
      String joint) {
    this.relation = relation;
    this.first = fields.get(0);
    this.second = fields.get(1);
    this.firsts = palettes.get(0);
    this.seconds = palettes.get(1);
    this.left = left;
    this.right = right;
    this.shares = shares;
    this.joint = Field.nominal(joint);
    this.numbers = Palette.of(IntStream.range(0, left.length).mapToObj(String::valueOf).toList());
  }

  /** Empty where too many rows have combinations that are not public. */
  static Optional<Step> learn(FixedCombinations relation, Learning learning) {
    Frame frame = learning.frame();
    String a = relation.columns().get(0);
    String b = relation.columns().get(1);
    Coded as = Coded.of(frame.column(a));
    Coded bs = Coded.of(frame.column(b));
    Map<Long, Integer> counts = new HashMap<>();
    for (int row = 0; row < as.codes().length; row++) {
      counts.merge(pair(as.codes()[row], bs.codes()[row]), 1, Integer::sum);
    }
    int k = Math.max(learning.k(a), learning.k(b));
    long[] kept =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= k)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    double[] shares = Arrays.stream(kept).mapToDouble(counts::get).toArray();
    double rare = as.codes().length - Arrays.stream(shares).sum();
    if (kept.length < 2 || kept.length > MOST || rare > RARE * as.codes().length) {
      return Optional.empty();
    }
    int[] lefts = Arrays.stream(kept).mapToInt(pair -> (int) (pair >> 32)).toArray();
    int[] rights = Arrays.stream(kept).mapToInt(pair -> (int) pair).toArray();
    int[] usedLeft = used(lefts);
    int[] usedRight = used(rights);
    return Optional.of(
        new CombinationStep(
            relation,
            List.of(frame.get(a).field(), frame.get(b).field()),
            List.of(as.palette().select(usedLeft), bs.palette().select(usedRight)),
            renumbered(lefts, usedLeft),
            renumbered(rights, usedRight),
            shares,
            frame.unused(a + " and " + b)));
  }

  private static long pair(int a, int b) {
    return (long) a << 32 | b & 0xFFFF_FFFFL;
  }

  private static int[] used(int[] codes) {
    return Arrays.stream(codes).filter(code -> code >= 0).distinct().sorted().toArray();
  }

  private static int[] renumbered(int[] codes, int[] used) {
    return Arrays.stream(codes)
        .map(code -> code < 0 ? Palette.MISSING : Arrays.binarySearch(used, code))
        .toArray();
  }

  /** The number of each row's combination; {@link Palette#UNKNOWN} where it is not public. */
  private int[] found(Frame frame) {
    Map<Long, Integer> known = new HashMap<>();
    for (int i = 0; i < left.length; i++) {
      known.put(pair(left[i], right[i]), i);
    }
    int[] as = firsts.encode(frame.column(first.name()));
    int[] bs = seconds.encode(frame.column(second.name()));
    return IntStream.range(0, as.length)
        .map(row -> known.getOrDefault(pair(as[row], bs[row]), Palette.UNKNOWN))
        .toArray();
  }

  @Override
  public FixedCombinations relation() {
    return relation;
  }

  @Override
  public void reduce(Frame frame) {
    int[] found = found(frame);
    int[] as = firsts.encode(frame.column(first.name()));
    int[] bs = seconds.encode(frame.column(second.name()));
    Map<Integer, Integer> byFirst = likeliest(left);
    Map<Integer, Integer> bySecond = likeliest(right);
    int likeliest = likeliest(new int[left.length]).getOrDefault(0, 0);
    for (int row = 0; row < found.length; row++) {
      if (found[row] < 0) {
        int other = bySecond.getOrDefault(bs[row], likeliest);
        found[row] = byFirst.getOrDefault(as[row], other);
      }
    }
    frame.replace(first.name(), joint, numbers.column(found));
    frame.remove(second.name());
  }

  /** The combination of the largest share with each value. */
  private Map<Integer, Integer> likeliest(int[] values) {
    Map<Integer, Integer> best = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      int number = i;
      best.merge(values[i], number, (a, b) -> shares[b] > shares[a] ? b : a);
    }
    return best;
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    int[] found = numbers.encode(frame.column(joint.name()));
    double[] cumulative = shares.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    for (int row = 0; row < found.length; row++) {
      found[row] = found[row] < 0 ? draws.pick(cumulative, row) : found[row];
    }
    int[] as = Arrays.stream(found).map(number -> left[number]).toArray();
    int[] bs = Arrays.stream(found).map(number -> right[number]).toArray();
    frame.replace(joint.name(), first, firsts.column(as));
    frame.add(second, seconds.column(bs));
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    int[] found = found(frame);
    for (int row = 0; row < logs.length; row++) {
      logs[row] = found[row] < 0 ? Double.NEGATIVE_INFINITY : logs[row];
    }
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {
    ValueSet a = sets.remove(first.name());
    ValueSet b = sets.remove(second.name());
    if (a == null && b == null) {
      return;
    }
    Set<String> names = new HashSet<>(numbers.names());
    Set<String> out = new TreeSet<>();
    boolean[] as = a == null ? new boolean[0] : a.admits(firsts.column(left));
    boolean[] bs = b == null ? new boolean[0] : b.admits(seconds.column(right));
    for (int i = 0; i < left.length; i++) {
      if (a != null && !as[i] || b != null && !bs[i]) {
        out.add(numbers.names().get(i));
      }
    }
    names.removeAll(out);
    sets.merge(joint.name(), CategorySet.of(names), ValueSet::and);
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("joint", joint.name());
    firsts.save(header.putObject("first"), tensors, prefix + "first");
    seconds.save(header.putObject("second"), tensors, prefix + "second");
    tensors.put(prefix + "left", left);
    tensors.put(prefix + "right", right);
    tensors.put(prefix + "shares", shares);
  }

  static CombinationStep load(
      FixedCombinations relation, List<Field> fields, JsonNode header, ModelFile file, String at) {
    Palette firsts = Palette.load(header.path("first"), file, at + "first");
    Palette seconds = Palette.load(header.path("second"), file, at + "second");
    int[] left = file.ints(at + "left");
    int[] right = file.ints(at + "right");
    double[] shares = file.doubles(at + "shares", left.length);
    boolean fits = left.length == right.length && left.length > 0;
    for (int i = 0; fits && i < left.length; i++) {
      fits =
          left[i] >= -1
              && left[i] < firsts.size()
              && right[i] >= -1
              && right[i] < seconds.size()
              && shares[i] > 0
              && Double.isFinite(shares[i]);
    }
    if (!fits) {
      throw new CorruptModelException("combinations do not fit their columns");
    }
    List<Palette> palettes = new ArrayList<>(List.of(firsts, seconds));
    return new CombinationStep(
        relation, fields, palettes, left, right, shares, header.path("joint").asText());
  }
}
