package dev.likeness.table.profile;

import dev.likeness.table.Role;
import dev.likeness.table.io.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for when a column is judged: by a person for the column, or for the whole file.
 *
 * @param said about the column
 * @param decimal mark of its numbers
 * @param tokens texts that stand for "no value", in lower case
 */
record Asked(Amendment said, Optional<Character> decimal, Set<String> tokens) {

  static Asked of(Amendment said, Reading reading) {
    List<String> tokens =
        said.missingTokens().isEmpty() ? reading.missingTokens() : said.missingTokens();
    return new Asked(
        said,
        said.decimal().or(reading::decimal),
        tokens.stream().map(Asked::normal).collect(Collectors.toSet()));
  }

  private static String normal(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  boolean missing(String cell) {
    return !tokens.isEmpty() && tokens.contains(normal(cell));
  }

  Optional<Kind> kind() {
    return said.meant();
  }

  boolean numeric() {
    return kind().filter(Kind::isNumeric).isPresent();
  }

  boolean temporal() {
    return kind().filter(Kind::isTemporal).isPresent();
  }

  boolean mayBeNumeric() {
    return kind().isEmpty() || numeric();
  }

  boolean mayBeTemporal() {
    return kind().isEmpty() || temporal();
  }

  /** Whether a person said that the column names nobody. */
  boolean harmless() {
    return said.role().filter(role -> role != Role.DIRECT_IDENTIFIER).isPresent();
  }

  boolean mark(char mark) {
    return decimal.isEmpty() || decimal.get() == mark;
  }
}
