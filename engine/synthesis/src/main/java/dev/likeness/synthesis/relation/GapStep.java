package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.encoding.QuantileEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.Inequality;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order of two numbers or moments: one stays, and how far the other lies from it stands for the
 * other.
 *
 * <p>gap = high − low ≥ 0; what comes back keeps its places and the column's protected bounds, and
 * is never on the wrong side of the one that stays. Right where the two move together, as dates of
 * one event do; else {@link RaiseStep}. <b>Missing:</b> the gap is missing where the column that it
 * stands for is; where the one that stays is missing, the other has to be too.
 *
 * @param relation what is kept
 * @param kept name of the one that stays
 * @param other what the other one is
 * @param gap what stands for it
 * @param least protected bound of the other one
 * @param most protected bound of the other one
 */
record GapStep(Inequality relation, String kept, Field other, Field gap, double least, double most)
    implements Step {

  private static final double MUCH_CLOSER = 0.5;
  private static final double SOME = 0.02;
  private static final double LAST = 1 - 0x1p-53;

  /**
   * Empty where both have conditions, or values where the other has none, or where the gap says
   * less than the column that it would stand for.
   */
  static Optional<Step> learn(Inequality relation, Learning learning) {
    if (relation.strict() || !alike(relation, learning.frame())) {
      return Optional.empty();
    }
    return Stream.of(relation.high(), relation.low())
        .filter(name -> !learning.isConditioned(name))
        .filter(name -> isToldBy(learning.frame(), name, opposite(relation, name)))
        .sorted(Comparator.comparing(name -> learning.needed().contains(name)))
        .findFirst()
        .map(name -> learn(relation, name, learning))
        .filter(step -> step.tells(learning))
        .map(Step.class::cast);
  }

  /** Whether gaps lie much closer together than values, and no fewer of them are alike. */
  private boolean tells(Learning learning) {
    double[] gaps =
        sorted(gaps(learning.frame().column(kept), learning.frame().column(other.name())));
    double[] values = sorted(learning.frame().column(other.name()));
    return learning.isConditioned(relation.high())
        || spread(gaps) <= MUCH_CLOSER * spread(values) && alike(gaps) + SOME >= alike(values);
  }

  private static double[] sorted(Column column) {
    double[] present =
        IntStream.range(0, column.size())
            .filter(row -> !column.isMissing(row))
            .mapToDouble(row -> QuantileEncoding.value(column, row))
            .toArray();
    Arrays.sort(present);
    return present;
  }

  /** From the first to the last decile. */
  private static double spread(double[] sorted) {
    return sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10];
  }

  /** Share of the most frequent value. */
  private static double alike(double[] sorted) {
    int most = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      most = Math.max(most, run);
    }
    return (double) most / sorted.length;
  }

  private static String opposite(Inequality relation, String name) {
    return name.equals(relation.high()) ? relation.low() : relation.high();
  }

  private static boolean alike(Inequality relation, Frame frame) {
    Field low = frame.get(relation.low()).field();
    Field high = frame.get(relation.high()).field();
    return low.type() == high.type()
        && (low.type() == StorageType.NUMERIC || low.type() == StorageType.TEMPORAL)
        && unit(low).equals(unit(high));
  }

  private static Optional<Object> unit(Field field) {
    return field.format() instanceof TemporalFormat format
        ? Optional.of(format.unit())
        : Optional.empty();
  }

  /** Whether a column has values only where another one has. */
  private static boolean isToldBy(Frame frame, String name, String by) {
    Column column = frame.column(name);
    Column other = frame.column(by);
    int present = 0;
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row) && other.isMissing(row)) {
        return false;
      }
      present += column.isMissing(row) ? 0 : 1;
    }
    return present > 0;
  }

  private static GapStep learn(Inequality relation, String name, Learning learning) {
    Frame frame = learning.frame();
    Field other = frame.get(name).field();
    Field kept = frame.get(opposite(relation, name)).field();
    int decimals = Math.max(decimals(other), decimals(kept));
    Field gap = Field.numeric(frame.unused(relation.high() + " - " + relation.low()), decimals);
    QuantileEncoding bounds =
        QuantileEncoding.fit(frame.column(name), decimals(other), learning.k(name));
    return new GapStep(
        relation, kept.name(), other, gap, bounds.quantile(0), bounds.quantile(LAST));
  }

  private static int decimals(Field field) {
    return field.format() instanceof NumberFormat format ? format.decimals() : 0;
  }

  private boolean keepsLow() {
    return kept.equals(relation.low());
  }

  @Override
  public void reduce(Frame frame) {
    Field stays = frame.get(kept).field();
    if (stays.type() != frame.get(other.name()).field().type()
        || !unit(stays).equals(unit(other))) {
      throw new IllegalArgumentException("columns in an order are of different types");
    }
    frame.replace(other.name(), gap, gaps(frame.column(kept), frame.column(other.name())));
  }

  private NumericColumn gaps(Column stays, Column goes) {
    double power = Rounding.power(decimals(gap));
    double[] gaps = new double[stays.size()];
    for (int row = 0; row < gaps.length; row++) {
      boolean missing = stays.isMissing(row) || goes.isMissing(row);
      gaps[row] = missing ? Double.NaN : Rounding.nearest(difference(stays, goes, row), power);
    }
    return new NumericColumn(gaps);
  }

  private double difference(Column stays, Column goes, int row) {
    return keepsLow() ? distance(stays, goes, row) : distance(goes, stays, row);
  }

  /** How far a value lies above another one. */
  static double distance(Column low, Column high, int row) {
    return low instanceof TemporalColumn from && high instanceof TemporalColumn to
        ? to.values()[row] - from.values()[row]
        : ((NumericColumn) high).values()[row] - ((NumericColumn) low).values()[row];
  }

  @Override
  public void restore(Frame frame, Draws draws) {
    double[] gaps = ((NumericColumn) frame.column(gap.name())).values();
    Column restored =
        switch (frame.column(kept)) {
          case NumericColumn stays -> numbers(stays.values(), gaps);
          case TemporalColumn stays -> moments(stays.values(), gaps);
          default -> throw new IllegalArgumentException("an order of categories");
        };
    frame.replace(gap.name(), other, restored);
  }

  private NumericColumn numbers(double[] stays, double[] gaps) {
    double power = Rounding.power(decimals(other));
    double[] values = new double[stays.length];
    for (int row = 0; row < values.length; row++) {
      double far = keepsLow() ? stays[row] + gaps[row] : stays[row] - gaps[row];
      double inside = Math.clamp(Rounding.nearest(far, power), least, most);
      values[row] = Double.isNaN(far) ? Double.NaN : beyond(inside, stays[row], power);
    }
    return new NumericColumn(values);
  }

  /** A value that is not on the wrong side. */
  private double beyond(double value, double stays, double power) {
    return keepsLow()
        ? value >= stays ? value : Rounding.up(stays, power)
        : value <= stays ? value : Rounding.down(stays, power);
  }

  private TemporalColumn moments(long[] stays, double[] gaps) {
    long[] values = new long[stays.length];
    for (int row = 0; row < values.length; row++) {
      if (stays[row] == TemporalColumn.MISSING || Double.isNaN(gaps[row])) {
        values[row] = TemporalColumn.MISSING;
      } else {
        long gap = Math.max(0, (long) Math.rint(gaps[row]));
        long far = keepsLow() ? stays[row] + gap : stays[row] - gap;
        long inside = Math.clamp(far, (long) least, (long) most);
        values[row] = keepsLow() ? Math.max(stays[row], inside) : Math.min(stays[row], inside);
      }
    }
    return new TemporalColumn(values);
  }

  @Override
  public void weigh(Frame frame, double[] logs) {
    Column stays = frame.column(kept);
    Column goes = frame.column(other.name());
    for (int row = 0; row < logs.length; row++) {
      boolean never = !goes.isMissing(row) && (stays.isMissing(row) || isNever(stays, goes, row));
      logs[row] = never ? Double.NEGATIVE_INFINITY : logs[row];
    }
  }

  private boolean isNever(Column stays, Column goes, int row) {
    double value = QuantileEncoding.value(goes, row);
    return difference(stays, goes, row) < 0 || value < least || value > most;
  }

  @Override
  public void restrict(Map<String, ValueSet> sets) {}

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors, String prefix) {
    header.put("kept", kept);
    header.put("gap", gap.name());
    header.put("gap_decimals", decimals(gap));
    header.put("least", least);
    header.put("most", most);
  }

  static GapStep load(Inequality relation, Field other, JsonNode header) {
    double least = header.path("least").asDouble(Double.NaN);
    double most = header.path("most").asDouble(Double.NaN);
    String kept = header.path("kept").asText();
    int decimals = header.path("gap_decimals").asInt(-1);
    boolean fits =
        Double.isFinite(least)
            && Double.isFinite(most)
            && least <= most
            && relation.names().contains(kept)
            && !kept.equals(other.name())
            && decimals >= 0
            && decimals <= 17;
    if (!fits) {
      throw new CorruptModelException("an order of columns is none");
    }
    Field gap = Field.numeric(header.path("gap").asText(), decimals);
    return new GapStep(relation, kept, other, gap, least, most);
  }
}
