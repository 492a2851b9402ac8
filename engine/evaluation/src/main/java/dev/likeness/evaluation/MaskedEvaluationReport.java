package dev.likeness.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.treatment.Protection;
import dev.likeness.table.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a masked copy still shows. As JSON its names are in snake case.
 *
 * @param rows of the copy
 * @param protectedColumns how many of the personal columns are covered
 * @param singledOut rows that what the copy shows tells apart; absent where it shows no
 *     quasi-identifier
 * @param verdict the figures in words
 * @param warnings what must not be overlooked
 * @param columns of the original, in file order
 * @param seconds that the evaluation took
 * @param notes what a reader of the figures should know
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MaskedEvaluationReport(
    long rows,
    @JsonProperty("protected") ProtectedColumns protectedColumns,
    Optional<Exposure> singledOut,
    String verdict,
    List<ReportWarning> warnings,
    List<MaskedColumn> columns,
    double seconds,
    List<String> notes) {

  /** Copies the lists. */
  public MaskedEvaluationReport {
    warnings = List.copyOf(warnings);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /**
   * How many of the columns that say something about people are covered.
   *
   * @param value their share; absent where no column does
   * @param personal columns that point to people, help to single them out, or are sensitive
   * @param covered those of them of which the copy shows nothing, or less than a direct identifier
   * @param definition one sentence
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record ProtectedColumns(
      OptionalDouble value, int personal, int covered, String definition) {}

  /**
   * A column of the original.
   *
   * @param position from 1
   * @param name from the header
   * @param role what it says about people
   * @param type of personal data
   * @param treatment that it got; {@code keep} where it stayed
   * @param protection that this gives
   * @param dropped whether the copy has it no more
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record MaskedColumn(
      int position,
      String name,
      Role role,
      String type,
      String treatment,
      Protection protection,
      boolean dropped) {

    /** Whether it says something about people. */
    boolean isPersonal() {
      return role != Role.HARMLESS;
    }

    /** Whether what it says is covered; a part of a direct identifier is too much. */
    boolean isCovered() {
      return switch (protection) {
        case IRREVERSIBLE, REVERSIBLE -> true;
        case PARTIAL -> role != Role.DIRECT_IDENTIFIER;
        case CLEAR -> false;
      };
    }

    /** Whether its values, or parts of them, can be read off the copy. */
    boolean isShown() {
      return !dropped && (protection == Protection.CLEAR || protection == Protection.PARTIAL);
    }
  }
}
