package dev.likeness.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names in dates and times as they stand in a file, in its language and spelling.
 *
 * @param months twelve from January on; none: English ones
 * @param days seven from Monday on; none: English ones
 * @param halves of the day, the first and the second; none: AM and PM
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TemporalNames(List<String> months, List<String> days, List<String> halves) {

  /** What stands in files unless they say otherwise. */
  public static final TemporalNames ENGLISH = new TemporalNames(List.of(), List.of(), List.of());

  private static final int MONTHS = 12;
  private static final int DAYS = 7;
  private static final int HALVES = 2;

  /** Validates how many there are. */
  public TemporalNames {
    months = some("months", months, MONTHS);
    days = some("days", days, DAYS);
    halves = some("halves", halves, HALVES);
  }

  private static List<String> some(String what, @Nullable List<String> names, int count) {
    if (names == null || names.isEmpty()) {
      return List.of();
    }
    if (names.size() != count || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          what + " = " + names.size() + " names, expected none or " + count);
    }
    return List.copyOf(names);
  }

  /** Names of a format that older files do not have. */
  static TemporalNames orEnglish(@Nullable TemporalNames names) {
    return names == null ? ENGLISH : names;
  }

  /** Whether all are the usual ones. */
  @JsonIgnore
  public boolean isEnglish() {
    return equals(ENGLISH);
  }
}
