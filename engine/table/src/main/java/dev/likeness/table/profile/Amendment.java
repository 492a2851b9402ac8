package dev.likeness.table.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Role;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a column; it wins over what was found.
 *
 * @param column its name
 * @param kind what it is; not {@link Kind#CONSTANT} or {@link Kind#EMPTY}, which nobody can decide
 * @param role what it means for privacy
 * @param type what personal data it holds
 * @param pattern of its dates or times, as in {@link TemporalFormat}
 * @param decimal mark of its numbers, a point or a comma
 * @param missingTokens texts that stand for "no value" in it, whatever their case
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Amendment(
    String column,
    Optional<Kind> kind,
    Optional<Role> role,
    Optional<String> type,
    Optional<String> pattern,
    Optional<Character> decimal,
    List<String> missingTokens) {

  /** Validates what can be validated without the column. */
  public Amendment {
    missingTokens = copy(missingTokens);
    if (kind.filter(said -> said == Kind.CONSTANT || said == Kind.EMPTY).isPresent()) {
      throw new IllegalArgumentException(
          "kind = " + kind.get().word() + ", expected one that can be decided");
    }
    if (decimal.filter(mark -> mark != '.' && mark != ',').isPresent()) {
      throw new IllegalArgumentException("decimal = " + decimal.get() + ", expected . or ,");
    }
    pattern.ifPresent(Amendment::requirePattern);
  }

  private static List<String> copy(@Nullable List<String> tokens) {
    return tokens == null ? List.of() : List.copyOf(tokens);
  }

  private static void requirePattern(String pattern) {
    TemporalText.of(new TemporalFormat(pattern, ChronoUnit.NANOS, ""));
    if (!TemporalText.hasDate(pattern) && !TemporalText.hasTime(pattern)) {
      throw new IllegalArgumentException("pattern has no date or time, expected one");
    }
  }

  /** Says nothing. */
  public static Amendment none(String column) {
    return new Amendment(
        column,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same with another kind. */
  public Amendment withKind(Kind said) {
    return new Amendment(column, Optional.of(said), role, type, pattern, decimal, missingTokens);
  }

  /** The same with another role. */
  public Amendment withRole(Role said) {
    return new Amendment(column, kind, Optional.of(said), type, pattern, decimal, missingTokens);
  }

  /** The same with another type of personal data. */
  public Amendment withType(String said) {
    return new Amendment(column, kind, role, Optional.of(said), pattern, decimal, missingTokens);
  }

  /** The same with a pattern of dates or times. */
  public Amendment withPattern(String said) {
    return new Amendment(column, kind, role, type, Optional.of(said), decimal, missingTokens);
  }

  /** The same with a decimal mark. */
  public Amendment withDecimal(char mark) {
    return new Amendment(column, kind, role, type, pattern, Optional.of(mark), missingTokens);
  }

  /** The same with texts for "no value". */
  public Amendment withMissing(String... tokens) {
    return new Amendment(column, kind, role, type, pattern, decimal, List.of(tokens));
  }

  /** Whether values have to be read differently, beyond what role and type change. */
  public boolean rereads() {
    return kind.isPresent()
        || pattern.isPresent()
        || decimal.isPresent()
        || !missingTokens.isEmpty();
  }

  /** The kind that was said, directly or by a pattern. */
  Optional<Kind> meant() {
    return kind.or(() -> pattern.map(Kind::ofPattern));
  }
}
