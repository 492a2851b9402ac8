package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.ValueSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * The empirical quantile function of a column of numbers or moments, with atoms.
 *
 * <p>Values that repeat (more than 0.5% of the present rows, or the mode, and in either case at
 * least k rows) are <i>atoms</i> with a probability of their own and come back exactly. All others
 * are the <i>rest</i>: its distribution function is linear between at most 1,001 knots, each the
 * mean of at least 5 neighbouring values, and of more where these are spread evenly ({@link
 * EvenGroups}), so that no knot is somebody's value. Between knots, values are rounded to the
 * column's decimals.
 *
 * <p>The rest keeps inside protected bounds. A bound starts at the mean of the k-th value from the
 * end and the two on either side of it. Behind a long tail of numbers it reaches on to where the
 * end is expected, as told by the spacings of values from the k-th inwards and by nothing outside
 * it ({@link Tail}); bounds that stop short of that would shift every bin of whoever compares the
 * two tables.
 *
 * <p>Both are one list of segments in the order of values: an atom is a segment without width.
 *
 * <p>A rest too small to be protected (fewer than 2k + 4 values) shrinks to its mean, one of fewer
 * than 5 values to nothing. A column left with nothing comes back as all missing.
 *
 * <p><b>Missing:</b> a latent of its own ({@link #missingShare}), so that what is missing together
 * stays missing together. <b>Units:</b> moments are taken as numbers of their unit; beyond 2⁵³
 * units from the epoch they are as exact as a double. <b>Thread-safe:</b> immutable.
 */
public final class QuantileEncoding implements ColumnEncoding {

  static final String NAME = "quantile";

  private static final double ATOM_SHARE = 0.005;
  private static final double SELDOM = 0.1;
  private static final double PLACE_TOLERANCE = 1e-12;
  private static final int NEIGHBOURS = 5;
  private static final double LAST = 1 - 0x1p-53;
  private static final double NEAR = 1e-6;
  private static final int MAX_DECIMALS = 17;
  private static final int LARGEST_POWER = 15;

  private final StorageType type;
  private final int decimals;
  private final double missingShare;
  private final double[] cumulative; // segments + 1
  private final double[] low; // segments
  private final double[] high; // segments; high[i] <= low[i + 1]
  private final StepFunction steps;
  private final double unit; // 10^decimals, or 0 where rounding is beyond a double's precision

  private QuantileEncoding(
      StorageType type,
      int decimals,
      double missingShare,
      double[] cumulative,
      double[] low,
      double[] high) {
    this.type = type;
    this.decimals = decimals;
    this.missingShare = missingShare;
    this.cumulative = cumulative;
    this.low = low;
    this.high = high;
    this.steps = new StepFunction(cumulative);
    this.unit = decimals <= LARGEST_POWER ? power(decimals) : 0;
  }

  /**
   * Learns a column.
   *
   * <p><b>Cost:</b> rows · log rows.
   *
   * @param column numbers or moments
   * @param decimals places that values are rounded to, 0 for moments
   * @param k rows that an atom has at least, and depth of the protected bounds
   */
  public static QuantileEncoding fit(Column column, int decimals, int k) {
    double[] sorted = present(column);
    Arrays.sort(sorted);
    return fit(column, sorted, places(sorted, decimals), k, ATOM_SHARE * sorted.length, SELDOM);
  }

  /**
   * Learns a column with atoms of another size.
   *
   * @param column numbers or moments
   * @param decimals places that values are rounded to, 0 for moments
   * @param k rows that an atom has at least, and depth of the protected bounds
   * @param moreThan rows that a value other than the mode has to have to be an atom
   * @param seldom how often the real end of a long tail is expected to lie inside its bound
   */
  public static QuantileEncoding fit(
      Column column, int decimals, int k, double moreThan, double seldom) {
    double[] sorted = present(column);
    Arrays.sort(sorted);
    return fit(column, sorted, places(sorted, decimals), k, moreThan, seldom);
  }

  /** The places that values have: fewer than they are written with where all end in zeros. */
  private static int places(double[] values, int decimals) {
    int places = 0;
    double power = 1;
    for (int i = 0; i < values.length && places < decimals; ) {
      double scaled = values[i] * power;
      if (Math.abs(scaled - Math.rint(scaled)) <= PLACE_TOLERANCE * Math.max(1, Math.abs(scaled))) {
        i++;
      } else {
        power = power(++places);
      }
    }
    return places;
  }

  private static QuantileEncoding fit(
      Column column, double[] sorted, int decimals, int k, double moreThan, double seldom) {
    boolean reaches = column.type() == StorageType.NUMERIC;
    Segments segments = Segments.of(sorted, k, decimals, reaches, moreThan, seldom);
    double missing =
        segments.size() == 0 ? 1 : 1 - (double) sorted.length / Math.max(1, column.size());
    if (segments.size() == 0) {
      segments = Segments.nothing();
    }
    return new QuantileEncoding(
        column.type(), decimals, missing, segments.cumulative(), segments.low(), segments.high());
  }

  private static double[] present(Column column) {
    return switch (column) {
      case NumericColumn numbers ->
          Arrays.stream(numbers.values()).filter(Double::isFinite).map(v -> v + 0.0).toArray();
      case TemporalColumn moments ->
          Arrays.stream(moments.values())
              .filter(v -> v != TemporalColumn.MISSING)
              .asDoubleStream()
              .toArray();
      default ->
          throw new IllegalArgumentException(
              "column = " + column.type() + ", expected NUMERIC or TEMPORAL");
    };
  }

  @Override
  public StorageType type() {
    return type;
  }

  /** The value, and where values may be missing a second one that says which are. */
  @Override
  public int latents() {
    return missingShare > 0 ? 2 : 1;
  }

  /** Share of missing values. */
  public double missingShare() {
    return missingShare;
  }

  /** The value at a uniform number: exact for atoms, else interpolated and rounded. */
  public double quantile(double uniform) {
    int step = steps.find(uniform);
    double width = high[step] - low[step];
    if (width == 0) {
      return low[step];
    }
    double mass = cumulative[step + 1] - cumulative[step];
    double inside = Math.fma(width, (uniform - cumulative[step]) / mass, low[step]);
    return round(Math.min(high[step], inside), unit);
  }

  /** The value that it makes which is nearest to a number. */
  public double nearest(double value) {
    double at = share(value);
    double best = quantile(Math.min(at, LAST));
    for (double u : new double[] {Math.nextDown(at), at - NEAR, at + NEAR}) {
      double other = quantile(Math.clamp(u, 0, LAST));
      best = Math.abs(other - value) < Math.abs(best - value) ? other : best;
    }
    return best;
  }

  @Override
  public Column decode(double[][] uniforms) {
    double[] values = new double[uniforms[0].length];
    for (int row = 0; row < values.length; row++) {
      boolean isMissing = missingShare > 0 && uniforms[1][row] < missingShare;
      values[row] = isMissing ? Double.NaN : quantile(uniforms[0][row]);
    }
    return type == StorageType.NUMERIC ? new NumericColumn(values) : moments(values);
  }

  private static TemporalColumn moments(double[] values) {
    long[] moments = new long[values.length];
    for (int row = 0; row < moments.length; row++) {
      moments[row] = Double.isNaN(values[row]) ? TemporalColumn.MISSING : (long) values[row];
    }
    return new TemporalColumn(moments);
  }

  @Override
  public void intervals(Column column, double[][] lower, double[][] upper) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        lower[0][row] = 0;
        upper[0][row] = 1;
      } else {
        interval(value(column, row), row, lower[0], upper[0]);
      }
    }
    if (missingShare > 0) {
      for (int row = 0; row < column.size(); row++) {
        boolean missing = column.isMissing(row);
        lower[1][row] = missing ? 0 : missingShare;
        upper[1][row] = missing ? missingShare : 1;
      }
    }
  }

  /** The value of a row of numbers or moments that is not missing. */
  public static double value(Column column, int row) {
    return column instanceof NumericColumn numbers
        ? numbers.values()[row] + 0.0
        : ((TemporalColumn) column).values()[row];
  }

  @Override
  public Optional<Region> region(ValueSet set) {
    if (!(set instanceof NumberSet numbers)) {
      throw new IllegalArgumentException("set = categories, expected numbers");
    }
    Optional<Region> values = present(numbers);
    if (missingShare == 0) {
      return values;
    }
    List<Region.Piece> pieces = new ArrayList<>();
    if (numbers.missing()) {
      pieces.add(Region.Piece.whole(0, Math.nextDown(missingShare)));
    }
    boolean everything = values.map(Region::isFree).orElse(false);
    pieces.add(Region.piece(missingShare, 1, values, everything));
    return Region.of(1, pieces);
  }

  /** Where the first latent lies when a value that is not missing is in a set. */
  public Optional<Region> present(NumberSet numbers) {
    return Region.of(0, pieces(numbers));
  }

  private List<Region.Piece> pieces(NumberSet numbers) {
    List<Region.Piece> pieces = new ArrayList<>();
    for (NumberSet.Interval interval : numbers.intervals()) {
      double lower = first(u -> quantile(u) >= interval.lower());
      double behind = first(u -> quantile(u) > interval.upper());
      pieces.add(Region.Piece.whole(lower, behind == 1 ? 1 : Math.nextDown(behind)));
    }
    return pieces;
  }

  /** The smallest uniform number for which a test holds that holds for all larger ones, or 1. */
  private static double first(DoublePredicate test) {
    if (test.test(0)) {
      return 0;
    }
    long low = 0;
    long high = Double.doubleToRawLongBits(1);
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (test.test(Double.longBitsToDouble(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Double.longBitsToDouble(high);
  }

  /** An atom's whole step; any other value's rounding cell, which shrinks to a point. */
  private void interval(double value, int row, double[] lower, double[] upper) {
    int first = Arrays.binarySearch(low, value);
    if (first >= 0) {
      while (first > 0 && low[first - 1] == value && high[first - 1] == value) {
        first--;
      }
      int last = first;
      while (last + 1 < low.length && low[last + 1] == value && high[last + 1] == value) {
        last++;
      }
      if (high[first] == value) {
        lower[row] = cumulative[first];
        upper[row] = cumulative[last + 1];
        return;
      }
    }
    lower[row] = lowerEnd(value);
    upper[row] = Math.max(lower[row], upperEnd(value));
  }

  /** Whether values are rounded; they are not where their places go beyond a double's precision. */
  public boolean isRounded() {
    return unit > 0;
  }

  /**
   * The lower end of the stretch of uniform numbers that {@link #quantile} rounds to a value; where
   * values are not rounded, the share below it.
   */
  public double lowerEnd(double value) {
    return below(value - (unit == 0 ? 0 : 0.5 / unit));
  }

  /** The upper end of that stretch; where values are not rounded, the share up to it. */
  public double upperEnd(double value) {
    return upTo(value + (unit == 0 ? 0 : 0.5 / unit));
  }

  /** Both ends for each row that is not missing. */
  void ends(Column column, double[] lower, double[] upper) {
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        lower[row] = lowerEnd(value(column, row));
        upper[row] = upperEnd(value(column, row));
      }
    }
  }

  /** The share of values below {@code value}; an atom at the value counts half. */
  double share(double value) {
    return (below(value) + upTo(value)) / 2;
  }

  /** The share of values below {@code value}, without an atom at it. */
  private double below(double value) {
    int step = smaller(high, value);
    return step < low.length && low[step] < value ? within(step, value) : cumulative[step];
  }

  /** The share of values up to {@code value}, with an atom at it. */
  private double upTo(double value) {
    int step = smaller(low, Math.nextUp(value)) - 1;
    return step < 0 ? 0 : high[step] > value ? within(step, value) : cumulative[step + 1];
  }

  /** The share of values below one that lies within a segment. */
  private double within(int step, double value) {
    double mass = cumulative[step + 1] - cumulative[step];
    return Math.fma(mass, (value - low[step]) / (high[step] - low[step]), cumulative[step]);
  }

  /** How many of some sorted values are smaller than another one. */
  private static int smaller(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean isSmaller = sorted[middle] < value;
      from = isSmaller ? middle + 1 : from;
      to = isSmaller ? to : middle;
    }
    return from;
  }

  static double round(double value, double unit) {
    double rounded = unit == 0 ? value : Math.rint(value * unit) / unit;
    return Double.isFinite(rounded) ? rounded + 0.0 : value;
  }

  static double power(int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("encoding", NAME);
    header.put("type", type.name());
    header.put("decimals", decimals);
    header.put("missing_share", missingShare);
    tensors.put(prefix + "cumulative", cumulative);
    tensors.put(prefix + "low", low);
    tensors.put(prefix + "high", high);
  }

  static QuantileEncoding load(JsonNode header, ModelFile file, String prefix) {
    double[] cumulative = file.doubles(prefix + "cumulative");
    Checks.cumulative(cumulative);
    double[] low = file.doubles(prefix + "low", cumulative.length - 1);
    double[] high = file.doubles(prefix + "high", cumulative.length - 1);
    Checks.finite(low);
    Checks.finite(high);
    for (int i = 0; i < low.length; i++) {
      if (low[i] > high[i] || (i > 0 && high[i - 1] > low[i])) {
        throw new CorruptModelException("quantiles fall");
      }
    }
    StorageType type =
        switch (header.path("type").asText()) {
          case "NUMERIC" -> StorageType.NUMERIC;
          case "TEMPORAL" -> StorageType.TEMPORAL;
          default -> throw new CorruptModelException("type of a column of quantiles is unknown");
        };
    int decimals = header.path("decimals").asInt(-1);
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new CorruptModelException("decimals lie outside [0, 17]");
    }
    double missing = Checks.share(header.path("missing_share").asDouble(-1));
    return new QuantileEncoding(type, decimals, missing, cumulative, low, high);
  }

  /** The segments of sorted values: {@code mass} may be in any unit. */
  private record Segments(double[] mass, double[] low, double[] high) {

    static Segments nothing() {
      return new Segments(new double[] {1}, new double[] {0}, new double[] {0});
    }

    static Segments of(
        double[] sorted, int k, int decimals, boolean reaches, double moreThan, double seldom) {
      boolean[] atomic = atoms(sorted, k, moreThan);
      double[] rest = rest(sorted, atomic);
      Span span = reaches ? span(sorted, atomic) : Span.NARROW;
      Builder builder = new Builder(knots(rest, k, decimals, span, seldom));
      for (int i = 0; i < sorted.length; ) {
        int end = runEnd(sorted, i);
        if (atomic[i]) {
          builder.atom(sorted[i], end - i);
        }
        i = end;
      }
      return builder.build();
    }

    int size() {
      return mass.length;
    }

    double[] cumulative() {
      return StepFunction.cumulate(mass);
    }

    private static int runEnd(double[] sorted, int from) {
      int end = from + 1;
      while (end < sorted.length && sorted[end] == sorted[from]) {
        end++;
      }
      return end;
    }

    /** Which of the sorted values belong to atoms. */
    private static boolean[] atoms(double[] sorted, int k, double moreThan) {
      boolean[] atomic = new boolean[sorted.length];
      int modeFrom = 0;
      int modeTo = 0;
      for (int i = 0; i < sorted.length; ) {
        int end = runEnd(sorted, i);
        if (end - i >= k && end - i > moreThan) {
          Arrays.fill(atomic, i, end, true);
        }
        if (end - i > modeTo - modeFrom) {
          modeFrom = i;
          modeTo = end;
        }
        i = end;
      }
      if (modeTo - modeFrom >= k) {
        Arrays.fill(atomic, modeFrom, modeTo, true);
      }
      return atomic;
    }

    private static double[] rest(double[] sorted, boolean[] atomic) {
      double[] rest = new double[sorted.length];
      int size = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (!atomic[i]) {
          rest[size++] = sorted[i];
        }
      }
      return Arrays.copyOf(rest, size);
    }

    /** As far as bounds may reach: to an atom at the end, which many share, or to zero. */
    private static Span span(double[] sorted, boolean[] atomic) {
      int last = sorted.length - 1;
      if (last < 0) {
        return Span.NARROW;
      }
      return new Span(
          atomic[0] ? sorted[0] : Double.NEGATIVE_INFINITY,
          atomic[last] ? sorted[last] : Double.POSITIVE_INFINITY);
    }

    private static Knots knots(double[] rest, int k, int decimals, Span span, double seldom) {
      double unit = decimals <= LARGEST_POWER ? power(decimals) : 0;
      int n = rest.length;
      if (n < NEIGHBOURS) {
        return Knots.NONE;
      }
      int depth = k - 1 - NEIGHBOURS / 2;
      if (n < 2 * (depth + NEIGHBOURS)) {
        return Knots.single(round(mean(rest, 0, n), unit), n);
      }
      double first = mean(rest, depth, depth + NEIGHBOURS);
      double last = mean(rest, n - depth - NEIGHBOURS, n - depth);
      double lowest = round(span.down(first, Tail.lower(rest, k, seldom)), unit);
      double highest = round(span.up(last, Tail.upper(rest, k, seldom)), unit);
      int[] starts = EvenGroups.starts(rest, unit > 0 ? 0.5 / unit : 0);
      return Knots.of(rest, starts, lowest, Math.max(lowest, highest));
    }

    /** The mean of sorted[from, to), exact where all are equal. */
    private static double mean(double[] sorted, int from, int to) {
      double shift = sorted[from];
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += (sorted[i] - shift) / (to - from);
      }
      return Math.clamp(shift + sum, sorted[from], sorted[to - 1]);
    }
  }

  /**
   * Where the distribution function of the rest bends.
   *
   * @param values rising
   * @param ranks how many values of the rest lie below each
   */
  private record Knots(double[] values, double[] ranks) {

    static final Knots NONE = new Knots(new double[0], new double[0]);

    static Knots single(double value, int rows) {
      return new Knots(new double[] {value}, new double[] {rows});
    }

    /** A knot at either end and one in the middle of each group. */
    static Knots of(double[] rest, int[] starts, double lowest, double highest) {
      int groups = starts.length - 1;
      double[] values = new double[groups + 2];
      double[] ranks = new double[groups + 2];
      values[0] = lowest;
      for (int g = 0; g < groups; g++) {
        double mean = Segments.mean(rest, starts[g], starts[g + 1]);
        values[g + 1] = Math.max(values[g], Math.clamp(mean, lowest, highest));
        ranks[g + 1] = 0.5 * (starts[g] + starts[g + 1]);
      }
      values[groups + 1] = highest;
      ranks[groups + 1] = rest.length;
      return new Knots(values, ranks);
    }
  }

  /** Between which numbers bounds may reach out. A bound never changes its sign. */
  private record Span(double from, double to) {

    /** Bounds stay where they are. */
    static final Span NARROW = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    double down(double bound, double reach) {
      double limit = bound >= 0 ? Math.max(0, from) : from;
      return Math.min(bound, Math.max(limit, bound - reach));
    }

    double up(double bound, double reach) {
      double limit = bound <= 0 ? Math.min(0, to) : to;
      return Math.max(bound, Math.min(limit, bound + reach));
    }
  }

  /** Lays knots and atoms out in one line; atoms come in rising order. */
  private static final class Builder {

    private final double[] knots;
    private final double[] ranks;
    private double[] mass = new double[16];
    private double[] low = new double[16];
    private double[] high = new double[16];
    private int size;
    private int knot; // next knot to reach
    private double at; // where the current stretch between knots has been left

    Builder(Knots knots) {
      this.knots = knots.values();
      this.ranks = knots.ranks();
    }

    void atom(double value, double rows) {
      walkTo(value);
      add(rows, value, value);
    }

    Segments build() {
      walkTo(Double.POSITIVE_INFINITY);
      return new Segments(
          Arrays.copyOf(mass, size), Arrays.copyOf(low, size), Arrays.copyOf(high, size));
    }

    /** Adds the stretches between knots up to a value. */
    private void walkTo(double value) {
      if (knots.length == 1) {
        if (knot == 0 && knots[0] <= value) {
          add(ranks[0], knots[0], knots[0]);
          knot = 1;
        }
        return;
      }
      while (knot < knots.length && knots[knot] <= value) {
        if (knot > 0) {
          stretch(at, knots[knot]);
        }
        at = knots[knot++];
      }
      if (knot > 0 && knot < knots.length && value > at) {
        stretch(at, value);
        at = value;
      }
    }

    private void stretch(double from, double to) {
      double whole = ranks[knot] - ranks[knot - 1];
      double width = knots[knot] - knots[knot - 1];
      add(width == 0 ? whole : whole * ((to - from) / width), from, to);
    }

    private void add(double rows, double from, double to) {
      if (size == mass.length) {
        mass = Arrays.copyOf(mass, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        high = Arrays.copyOf(high, 2 * size);
      }
      mass[size] = rows;
      low[size] = from;
      high[size++] = to;
    }
  }
}
