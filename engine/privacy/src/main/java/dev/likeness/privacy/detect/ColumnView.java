package dev.likeness.privacy.detect;

import dev.likeness.table.Field;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.ValueShapes;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a detector sees of a column: its name, its profile, and the distinct values of a sample.
 *
 * <p>Shares count each distinct value once, so that one frequent value decides nothing.
 */
public final class ColumnView {

  private static final int TESTED = 400;
  private static final int LONGEST = 400;
  private static final double SECONDS_A_YEAR = 365.2425 * 86_400;

  private static final Predicate<String> YES_OR_NO =
      Shapes.like("(?iU)yes|no|y|n|true|false|ja|nein|j|si|sí|s|oui|non|o|sim|não|nao|tak|nie|nee");

  private final Header header;
  private final ColumnProfile profile;
  private final List<String> values;
  private final double[] numbers;
  private final double[] years;

  private ColumnView(Header header, ColumnProfile profile, Field field, List<String> values) {
    this.header = header;
    this.profile = profile;
    this.values = values;
    this.numbers = numbers(values);
    this.years =
        field.format() instanceof TemporalFormat format && TemporalText.hasDate(format.pattern())
            ? years(values, format)
            : new double[0];
  }

  /**
   * A view.
   *
   * @param header its name as words
   * @param profile what is known about it
   * @param field how it is read
   * @param cells of the sampled rows, in order
   */
  public static ColumnView of(
      Header header, ColumnProfile profile, Field field, List<String> cells) {
    Map<String, Integer> distinct = new LinkedHashMap<>();
    for (String cell : cells) {
      String value = cell.strip();
      if (!value.isEmpty() && !ValueShapes.missing(value) && distinct.size() < TESTED) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        distinct.merge(text, 1, Integer::sum);
      }
    }
    return new ColumnView(header, profile, field, List.copyOf(distinct.keySet()));
  }

  private static double[] numbers(List<String> values) {
    double[] numbers = new double[values.size()];
    int size = 0;
    for (String value : values) {
      Optional<Double> number = number(value);
      if (number.isPresent()) {
        numbers[size++] = number.get();
      }
    }
    return Arrays.copyOf(numbers, size);
  }

  private static Optional<Double> number(String value) {
    if (value.length() > 24 || !value.matches("[-+]?\\d*[.,]?\\d+([eE][-+]?\\d+)?")) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(value.replace(',', '.')));
  }

  private static double[] years(List<String> values, TemporalFormat format) {
    TemporalText text = TemporalText.of(format);
    double unit = format.unit().getDuration().toSeconds();
    List<Double> years = new ArrayList<>();
    for (String value : values) {
      long moment = text.parse(value);
      if (moment != TemporalColumn.MISSING) {
        years.add(1970 + moment * Math.max(unit, 1e-9) / SECONDS_A_YEAR);
      }
    }
    return years.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Its name as words. */
  public Header header() {
    return header;
  }

  /** What is known about it. */
  public ColumnProfile profile() {
    return profile;
  }

  /** Distinct values of the sample without those that mean "missing", at most 400. */
  public List<String> values() {
    return values;
  }

  /** Those of the values that are plain numbers. */
  public double[] numbers() {
    return numbers.clone();
  }

  /** Years, with fractions, of values that are dates; empty in other columns. */
  public double[] years() {
    return years.clone();
  }

  /** Share of the distinct values that a test accepts; 0 where there are none. */
  public double share(Predicate<String> test) {
    if (values.isEmpty()) {
      return 0;
    }
    long accepted = values.stream().filter(test).count();
    return (double) accepted / values.size();
  }

  /** Different values for each row that has one, in the whole table. */
  public double distinctShare() {
    return profile.count() == 0 ? 0 : Math.min(1, (double) profile.distinct() / profile.count());
  }

  /** Two values at most. */
  public boolean binary() {
    return profile.kind() == Kind.BOOLEAN || profile.distinct() <= 2 && profile.count() > 10;
  }

  /** Its values are yes and no, in some language. */
  public boolean yesOrNo() {
    return share(YES_OR_NO) > 0.6;
  }

  /** Nearly all values are plain numbers. */
  public boolean numeric() {
    return !values.isEmpty() && numbers.length >= 0.95 * values.size();
  }

  /** Plain numbers, some of which have a fraction. */
  public boolean fractional() {
    return numeric() && Arrays.stream(numbers).anyMatch(value -> value != Math.rint(value));
  }

  /** Dates. */
  public boolean dated() {
    return years.length > 0 && years.length >= 0.9 * values.size();
  }

  /** Share of the numbers that lie between two bounds; 0 without numbers. */
  public double within(double least, double most) {
    return numbers.length == 0
        ? 0
        : (double) Arrays.stream(numbers).filter(v -> v >= least && v <= most).count()
            / numbers.length;
  }

  /** The middle one of the numbers; 0 without numbers. */
  public double median() {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Mean length of the distinct values. */
  public double meanLength() {
    return values.stream().mapToInt(String::length).average().orElse(0);
  }
}
