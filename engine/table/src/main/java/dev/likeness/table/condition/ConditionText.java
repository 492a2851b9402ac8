package dev.likeness.table.condition;

import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads conditions as people type them.
 *
 * <pre>
 * income=>50K                 the first operator behind the column's name counts: income is "&gt;50K"
 * age &gt;= 30                   operators: = != &lt; &lt;= &gt; &gt;=, the longest that fits; blanks do not count
 * state in CA,NY,"a, b"       any of these
 * phone is missing            also: is present
 * "a=b" = "x, ""y"""          quotes around names and values; a quote inside is doubled
 * </pre>
 *
 * <p>A name without quotes is the longest name of a column that the text begins with and that an
 * operator follows.
 *
 * <p>Shares of a column are typed as {@code churn: yes=0.5, no=0.5}; there, {@code (missing)}
 * stands for a missing value.
 */
public final class ConditionText {

  private static final List<String> SYMBOLS = List.of("!=", "<=", ">=", "=", "<", ">");
  private static final String MISSING = "(missing)";

  private final String text;
  private int at;

  private ConditionText(String text) {
    this.text = text;
  }

  /**
   * Reads one condition.
   *
   * @param columns names that exist
   * @throws InvalidConditionException with an empty pointer
   */
  public static Condition parse(String text, List<String> columns) {
    ConditionText reader = new ConditionText(text);
    return reader.condition(reader.column(columns));
  }

  /**
   * Reads the shares of a column.
   *
   * @param columns names that exist
   * @throws InvalidConditionException with an empty pointer
   */
  public static Conditions.Rebalance rebalance(String text, List<String> columns) {
    ConditionText reader = new ConditionText(text);
    String column = reader.rebalancedColumn(columns);
    List<Conditions.Share> shares = new ArrayList<>();
    do {
      shares.add(reader.share());
    } while (reader.takes(","));
    return new Conditions.Rebalance(column, shares);
  }

  private String column(List<String> columns) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int begin = at;
    String name =
        columns.stream()
            .filter(candidate -> text.startsWith(candidate, begin))
            .filter(candidate -> operatorAt(begin + candidate.length()).isPresent())
            .max(Comparator.comparingInt(String::length))
            .orElseThrow(() -> noColumn(begin, columns));
    at += name.length();
    return name;
  }

  private InvalidConditionException noColumn(int begin, List<String> columns) {
    return columns.stream()
        .filter(column -> (text.substring(begin) + " ").startsWith(column + " "))
        .max(Comparator.comparingInt(String::length))
        .map(ConditionText::noOperator)
        .orElseGet(() -> unknown(text.substring(begin, guessedEnd(begin)), columns));
  }

  private static InvalidConditionException noOperator(String column) {
    return malformed(
        "expected = != < <= > >= in, is missing or is present behind the column " + column);
  }

  private String rebalancedColumn(List<String> columns) {
    skipBlanks();
    int begin = at;
    String name;
    if (at < text.length() && text.charAt(at) == '"') {
      name = quoted();
    } else {
      int colon = text.indexOf(':', begin) < 0 ? text.length() : text.indexOf(':', begin);
      name =
          columns.stream()
              .filter(candidate -> text.startsWith(candidate, begin))
              .filter(
                  candidate -> text.substring(begin + candidate.length()).strip().startsWith(":"))
              .max(Comparator.comparingInt(String::length))
              .orElseThrow(() -> unknown(text.substring(begin, colon), columns));
      at += name.length();
    }
    if (!takes(":")) {
      throw malformed("expected a colon behind the name of the column " + name);
    }
    return name;
  }

  private static InvalidConditionException unknown(String typed, List<String> columns) {
    return new InvalidConditionException(
        Reason.UNKNOWN_COLUMN,
        "",
        "no column of that name, followed by an operator; columns are "
            + String.join(", ", columns),
        Spelling.nearest(typed, columns));
  }

  /** Where a name ends that no column has. */
  private int guessedEnd(int begin) {
    for (int end = begin; end < text.length(); end++) {
      if (operatorAt(end).isPresent()) {
        return end;
      }
    }
    return text.length();
  }

  /** The operator at a place, blanks before it not counted; words need a blank before them. */
  private Optional<String> operatorAt(int place) {
    int from = place;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, from)) {
        return Optional.of(symbol);
      }
    }
    String rest = text.substring(from).toLowerCase(Locale.ROOT);
    if (from == place) {
      return Optional.empty();
    }
    if (rest.startsWith("in") && rest.length() > 2 && !Character.isLetterOrDigit(rest.charAt(2))) {
      return Optional.of("in");
    }
    return rest.matches("is\\s+(missing|present)\\s*") ? Optional.of("is") : Optional.empty();
  }

  private Condition condition(String column) {
    String operator = operatorAt(at).orElseThrow(() -> noOperator(column));
    skipBlanks();
    at += operator.length();
    return switch (operator) {
      case "is" ->
          new Condition.Presence(column, text.substring(at).strip().equalsIgnoreCase("missing"));
      case "in" -> new Condition.OneOf(column, values());
      default ->
          new Condition.Comparison(
              column, Operator.of(operator).orElseThrow(), Literal.of(onlyValue()));
    };
  }

  /** All that is left; in quotes, if it begins with one. */
  private String onlyValue() {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      String value = quoted();
      skipBlanks();
      if (at < text.length()) {
        throw malformed("expected nothing behind the closing quote");
      }
      return value;
    }
    String value = text.substring(at).strip();
    if (value.isEmpty()) {
      throw malformed("expected a value; for none, type: is missing");
    }
    return value;
  }

  private List<Literal> values() {
    List<Literal> values = new ArrayList<>();
    do {
      String value = upTo(",");
      if (value.isEmpty()) {
        throw malformed("expected values with commas between them");
      }
      values.add(Literal.of(value));
    } while (takes(","));
    return values;
  }

  private Conditions.Share share() {
    skipBlanks();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    String value = upTo("=");
    if (!takes("=")) {
      throw malformed("expected value=share, with commas between them");
    }
    String number = upTo(",");
    Optional<Literal> literal =
        !quoted && value.equals(MISSING) ? Optional.empty() : Optional.of(Literal.of(value));
    try {
      return new Conditions.Share(literal, Double.parseDouble(number));
    } catch (NumberFormatException e) {
      throw malformed("expected a share as a number from 0 to 1, such as 0.5");
    }
  }

  /** A quoted text, or all up to a mark; nothing but blanks may follow a quoted one. */
  private String upTo(String mark) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int end = text.indexOf(mark, at);
    String found = text.substring(at, end < 0 ? text.length() : end).strip();
    at = end < 0 ? text.length() : end;
    return found;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        value.append(text.charAt(at));
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        value.append(text.charAt(at++));
      } else {
        at++;
        return value.toString();
      }
    }
    throw malformed("a quote is not closed");
  }

  private boolean takes(String mark) {
    skipBlanks();
    boolean there = text.startsWith(mark, at);
    at += there ? mark.length() : 0;
    if (!there && at < text.length()) {
      throw malformed("expected " + mark + " or the end at character " + (at + 1));
    }
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static InvalidConditionException malformed(String expected) {
    return new InvalidConditionException(Reason.MALFORMED, "", expected);
  }
}
