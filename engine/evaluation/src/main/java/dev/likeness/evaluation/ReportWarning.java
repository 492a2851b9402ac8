package dev.likeness.evaluation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Something that whoever reads a report must not overlook.
 *
 * @param code stable name
 * @param message one or two sentences
 * @param columns that it is about, in file order
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ReportWarning(String code, String message, List<String> columns) {

  /** Columns that are shifted by the legacy Caesar cipher. */
  public static final String CAESAR_LEGACY = "caesar-legacy";

  /** Direct identifiers that stand as they stood. */
  public static final String DIRECT_IN_CLEAR = "direct-identifier-in-clear";

  /** Columns for which a treatment was chosen that new rows cannot have. */
  public static final String CAESAR_NOT_USED = "caesar-legacy-not-used";

  /** Copies the list. */
  public ReportWarning {
    columns = List.copyOf(columns);
  }

  /** The columns of a masked copy that are only shifted. */
  static ReportWarning caesar(List<String> columns) {
    return new ReportWarning(
        CAESAR_LEGACY,
        "caesar-legacy is no encryption: anybody can undo it without a key. Its columns count as"
            + " clear text; use fpe with from_caesar_shift instead.",
        columns);
  }

  /** The direct identifiers of a masked copy that were kept. */
  static ReportWarning kept(List<String> columns) {
    return new ReportWarning(
        DIRECT_IN_CLEAR, "These columns name people and stand in the copy as they stood.", columns);
  }

  /** Columns that a model learnt as they stand though caesar-legacy was chosen for them. */
  public static ReportWarning caesarNotUsed(List<String> columns) {
    return new ReportWarning(
        CAESAR_NOT_USED,
        "caesar-legacy was chosen for these columns, but protects nothing and is not used for new"
            + " rows. They count as clear text: the model learnt their values as they stand.",
        columns);
  }
}
