package dev.likeness.table.profile;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.io.ReadWarning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one column is and holds.
 *
 * @param position from 1
 * @param name unique within the table
 * @param kind what it is, for people
 * @param measure level of measurement
 * @param role what it means for privacy
 * @param type what personal data it holds, such as {@code email}; {@link #NO_TYPE} for none
 * @param roleConfidence in role and type, 0 to 1
 * @param signs that speak for role and type, one sentence each; hold no value of the data
 * @param modelled whether a model may look at it
 * @param evidence one sentence why; holds no value of the data
 * @param confidence in the kind, 0 to 1
 * @param count rows with a value
 * @param missing rows without
 * @param distinct different values, as text
 * @param distinctIsEstimate whether that number is an estimate
 * @param unparseable cells that are no number or date in a column of such; counted as missing
 * @param decimals places, where numeric
 * @param pattern where temporal
 * @param min smallest value, where numeric or temporal
 * @param max largest
 * @param mean of numbers
 * @param sd standard deviation of the sample
 * @param skewness third standardised moment
 * @param kurtosis fourth standardised moment less 3
 * @param quantiles of numeric and temporal columns
 * @param histogram of numeric and temporal columns, at most 50 bins
 * @param topValues the most frequent, at most 20; none where values are identifiers or text
 * @param series what the order of the rows has to do with it, if anything; holds no value
 * @param warnings what is odd
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ColumnProfile(
    int position,
    String name,
    Kind kind,
    Measure measure,
    Role role,
    String type,
    double roleConfidence,
    List<String> signs,
    boolean modelled,
    String evidence,
    double confidence,
    long count,
    long missing,
    long distinct,
    boolean distinctIsEstimate,
    long unparseable,
    OptionalInt decimals,
    Optional<String> pattern,
    Optional<Scalar> min,
    Optional<Scalar> max,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble skewness,
    OptionalDouble kurtosis,
    List<Quantile> quantiles,
    Optional<Histogram> histogram,
    List<TopValue> topValues,
    Optional<Series> series,
    List<ReadWarning> warnings) {

  /** The type of a column that holds nothing personal. */
  public static final String NO_TYPE = "none";

  private static final String FREE_TEXT = "free_text";

  /** Copies the lists. */
  public ColumnProfile {
    signs = List.copyOf(signs);
    quantiles = List.copyOf(quantiles);
    topValues = List.copyOf(topValues);
    warnings = List.copyOf(warnings);
  }

  /** The same column as another kind of the same measure and storage. */
  ColumnProfile withKind(Kind found, String why, double sure) {
    return new ColumnProfile(
        position,
        name,
        found,
        measure,
        role,
        type,
        roleConfidence,
        signs,
        modelled,
        why,
        sure,
        count,
        missing,
        distinct,
        distinctIsEstimate,
        unparseable,
        decimals,
        pattern,
        min,
        max,
        mean,
        sd,
        skewness,
        kurtosis,
        quantiles,
        histogram,
        topValues,
        series,
        warnings);
  }

  /**
   * The same column with what is known about the people in it. What names people is not described
   * further: no statistics, no frequent values.
   *
   * @param found role of the column
   * @param holds what personal data it holds
   * @param sure confidence in both
   * @param why one sentence for each sign, without a value of the data
   */
  public ColumnProfile withPersonalData(Role found, String holds, double sure, List<String> why) {
    boolean hidden = found == Role.DIRECT_IDENTIFIER;
    boolean kept = kind == Kind.CONSTANT || kind == Kind.EMPTY || holds.equals(FREE_TEXT);
    return new ColumnProfile(
        position,
        name,
        hidden && !kept ? Kind.IDENTIFIER : kind,
        hidden ? Measure.NOMINAL : measure,
        found,
        holds,
        sure,
        why,
        modelled && !hidden,
        evidence,
        confidence,
        hidden ? count + unparseable : count,
        hidden ? missing - unparseable : missing,
        distinct,
        distinctIsEstimate,
        hidden ? 0 : unparseable,
        hidden ? OptionalInt.empty() : decimals,
        hidden ? Optional.empty() : pattern,
        hidden ? Optional.empty() : min,
        hidden ? Optional.empty() : max,
        hidden ? OptionalDouble.empty() : mean,
        hidden ? OptionalDouble.empty() : sd,
        hidden ? OptionalDouble.empty() : skewness,
        hidden ? OptionalDouble.empty() : kurtosis,
        hidden ? List.of() : quantiles,
        hidden ? Optional.empty() : histogram,
        hidden ? List.of() : topValues,
        series,
        hidden ? List.of() : warnings);
  }
}
