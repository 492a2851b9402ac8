package dev.likeness.table.profile;

import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextFormat;
import dev.likeness.table.ValueFormat;
import dev.likeness.table.format.Coordinates;
import dev.likeness.table.format.OrdinalScale;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.YesNo;
import dev.likeness.table.stats.MomentSums;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides what a column is, from one scan of its values, its name, and its first values in order.
 *
 * <p>Asked in turn: nothing there? a date? a number, and if so a key? yes or no? one value only?
 * text that hardly repeats? a scale? Otherwise it is nominal. Keys and text are never modelled,
 * whatever their role; roles are found elsewhere, from all columns together.
 */
final class ColumnJudge {

  private static final double NEARLY_ALL = 0.95;
  private static final double HARDLY_REPEATS = 0.5;
  private static final double LONG_TEXT = 40;
  private static final double SHORT = 16;
  private static final double LONG_TOKEN = 64;
  private static final int KEY_DIGITS = 10;
  private static final int CODE_DIGITS = 4;
  private static final int FEW = 10;
  private static final int MOST_PERIODS = 2000;

  private final String name;
  private final Asked asked;
  private final List<String> head;
  private final ColumnScan scan;
  private final long rows;
  private final char delimiter;

  /** What was decided, and why. */
  record Verdict(
      Field field,
      Kind kind,
      String evidence,
      double confidence,
      long unparseable,
      Optional<NumberVote> number,
      Optional<TemporalVote> moment) {

    Verdict withRole(Role role) {
      Field other = new Field(field.name(), field.type(), field.measure(), role, field.format());
      return new Verdict(other, kind, evidence, confidence, unparseable, number, moment);
    }

    Verdict said(Kind kind) {
      String why = "A person said so. " + evidence;
      return new Verdict(field, kind, why, 1, unparseable, number, moment);
    }
  }

  ColumnJudge(
      String name, Asked asked, List<String> head, ColumnScan scan, long rows, char delimiter) {
    this.name = name;
    this.asked = asked;
    this.head = head;
    this.scan = scan;
    this.rows = rows;
    this.delimiter = delimiter;
  }

  Verdict judge() {
    Verdict verdict = asked.kind().map(this::said).orElseGet(this::found);
    return asked.said().role().map(verdict::withRole).orElse(verdict);
  }

  private Verdict found() {
    if (scan.count() == 0) {
      return text(StorageType.CATEGORICAL, Kind.EMPTY, Role.HARMLESS, "No row has a value.", 1);
    }
    return temporal().or(this::numeric).orElseGet(this::categorical);
  }

  /** What a person said; how its values are written is still looked for. */
  private Verdict said(Kind kind) {
    String evidence = "A person said so.";
    return switch (kind) {
      case NUMERIC, GEOGRAPHIC -> saidNumber(kind);
      case DATE, DATETIME, TIME -> saidMoment(kind);
      case ORDINAL ->
          text(StorageType.CATEGORICAL, kind, Measure.ORDINAL, Role.HARMLESS, evidence, 1);
      case IDENTIFIER, TEXT -> text(StorageType.TEXT, kind, Role.HARMLESS, evidence, 1);
      case NOMINAL, BOOLEAN, CONSTANT, EMPTY ->
          text(StorageType.CATEGORICAL, kind, Role.HARMLESS, evidence, 1);
    };
  }

  private Verdict saidNumber(Kind kind) {
    Optional<Verdict> place = kind == Kind.GEOGRAPHIC ? place() : Optional.empty();
    if (place.isPresent()) {
      return place.get().said(kind);
    }
    Optional<NumberVote> vote = scan.number(delimiter);
    Verdict verdict =
        vote.map(this::number)
            .orElseGet(
                () -> {
                  NumberFormat format = NumberFormat.plain(0).withMissing(scan.asMissing());
                  return unreadable(StorageType.NUMERIC, Measure.DISCRETE, format);
                });
    return verdict.said(kind);
  }

  private Verdict saidMoment(Kind kind) {
    String pattern = asked.said().pattern().orElse(kind == Kind.TIME ? "HH:mm:ss" : "uuuu-MM-dd");
    Verdict verdict =
        scan.moment()
            .map(this::temporal)
            .orElseGet(
                () -> {
                  TemporalFormat format =
                      new TemporalFormat(pattern, ChronoUnit.DAYS, "")
                          .withMissing(scan.asMissing());
                  return unreadable(StorageType.TEMPORAL, Measure.CONTINUOUS, format);
                });
    return verdict.said(kind);
  }

  private Verdict unreadable(StorageType type, Measure measure, ValueFormat format) {
    return new Verdict(
        new Field(name, type, measure, Role.HARMLESS, format),
        Kind.EMPTY,
        "None of the values reads so.",
        1,
        scan.values(),
        Optional.empty(),
        Optional.empty());
  }

  private Verdict text(StorageType type, Kind kind, Role role, String evidence, double confidence) {
    return text(type, kind, Measure.NOMINAL, role, evidence, confidence);
  }

  private Verdict text(
      StorageType type, Kind kind, Measure measure, Role role, String evidence, double confidence) {
    List<String> tokens = scan.asMissing();
    TextFormat format =
        tokens.isEmpty() ? TextFormat.PLAIN : new TextFormat(scan.missingToken(rows), tokens);
    Field field = new Field(name, type, measure, role, format);
    return new Verdict(field, kind, evidence, confidence, 0, Optional.empty(), Optional.empty());
  }

  private Verdict identifier(String why, double confidence) {
    return text(
        StorageType.TEXT,
        Kind.IDENTIFIER,
        Role.HARMLESS,
        "Taken as an identifier because " + why + ".",
        confidence);
  }

  private boolean flag() {
    List<String> top =
        scan.topTexts().stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return !top.isEmpty()
        && top.size() <= 2
        && YesNo.pair(top)
        && (top.size() == 2 || scan.count() >= 2);
  }

  private Optional<Verdict> temporal() {
    return scan.moment().filter(scan::accepts).filter(this::plausible).map(this::temporal);
  }

  /** Eight digits are a date only where the years are those of people. */
  private boolean plausible(TemporalVote vote) {
    if (!vote.pattern().equals("uuuuMMdd")) {
      return true;
    }
    MomentSums moments = vote.moments().sums();
    double year = 365.2425 * 86_400;
    return moments.min() > -130 * year && moments.max() < 80 * year;
  }

  private Verdict temporal(TemporalVote found) {
    boolean ambiguous = scan.ambiguous(found);
    boolean dayFirst = ambiguous && delimiter == ';' && found.pattern().startsWith("M");
    TemporalVote vote = dayFirst ? scan.other(found).orElse(found) : found;
    boolean date = TemporalText.hasDate(vote.pattern());
    boolean time = TemporalText.hasTime(vote.pattern());
    Kind kind = !date ? Kind.TIME : time ? Kind.DATETIME : Kind.DATE;
    long unparseable = scan.values() - vote.parsed();
    Field field =
        new Field(
            name,
            StorageType.TEMPORAL,
            Measure.CONTINUOUS,
            Role.HARMLESS,
            vote.format(scan.missingToken(rows)).withMissing(scan.asMissing()));
    String evidence =
        share(vote.parsed())
            + " of the values read as "
            + vote.pattern()
            + (ambiguous ? "; day and month could as well be the other way round" : "")
            + rest(vote.parsed());
    return new Verdict(
        field,
        kind,
        evidence,
        Strays.confidence(ambiguous ? 0.6 : 0.98, scan.values(), vote.parsed()),
        unparseable,
        Optional.empty(),
        Optional.of(vote));
  }

  private String rest(long parsed) {
    boolean few = Strays.few(scan.values(), parsed);
    return few ? "." : "; the others do not and count as missing.";
  }

  private String share(long part) {
    double percent = 100.0 * part / Math.max(1, scan.values());
    return part == scan.values() ? "All" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  private Optional<Verdict> numeric() {
    return scan.number(delimiter).filter(scan::accepts).map(this::numeric);
  }

  private Verdict numeric(NumberVote vote) {
    if (flag()) {
      return flagVerdict();
    }
    if (vote.huge() > 0 && vote.fractions() == 0) {
      return near()
          ? identifier("its values are numbers too long to count with", 0.9)
          : nominal("Its values are numbers too long to count with, so they are names.", 0.8);
    }
    if (code(vote)) {
      return near()
          ? identifier("its values are codes with leading zeros that hardly repeat", 0.9)
          : nominal("Its values are codes: leading zeros matter.", 0.9);
    }
    if (!asked.harmless() && key(vote)) {
      return identifier(
          "its whole numbers hardly repeat and count the rows or look like a key", 0.9);
    }
    if (scan.distinct() == 1 && scan.count() > 1) {
      return constant();
    }
    return number(vote);
  }

  private Verdict number(NumberVote vote) {
    NumberFormat format = vote.format(scan.missingToken(rows)).withMissing(scan.asMissing());
    Measure measure = vote.whole() ? Measure.DISCRETE : Measure.CONTINUOUS;
    Field field = new Field(name, StorageType.NUMERIC, measure, Role.HARMLESS, format);
    String evidence =
        share(vote.parsed())
            + " of the values read as "
            + (format.decimals() == 0
                ? "whole numbers"
                : "numbers with up to " + format.decimals() + " decimal places")
            + rest(vote.parsed());
    return new Verdict(
        field,
        Kind.NUMERIC,
        evidence,
        Strays.confidence(0.97, scan.values(), vote.parsed()),
        scan.values() - vote.parsed(),
        Optional.of(vote),
        Optional.empty());
  }

  private boolean near() {
    return !asked.harmless() && scan.distinctShare() > HARDLY_REPEATS;
  }

  private boolean code(NumberVote vote) {
    if (vote.leadingZeros() == 0 || vote.fractions() > 0) {
      return false;
    }
    return !vote.evenlyPadded() || vote.mostDigits() >= CODE_DIGITS || Semantics.codeHeader(name);
  }

  /** Whole numbers that hardly repeat and are long, count the rows, or are called a key. */
  private boolean key(NumberVote vote) {
    if (!vote.whole()
        || vote.written()
        || vote.decorated()
        || scan.distinctShare() < NEARLY_ALL
        || scan.values() < 2) {
      return false;
    }
    boolean longNumbers = vote.leastDigits() >= KEY_DIGITS;
    boolean named = Semantics.keyHeader(name);
    return longNumbers || named || (scan.values() >= FEW && counting());
  }

  /** Whether the first values go up by one from row to row. */
  private boolean counting() {
    if (head.size() < FEW) {
      return false;
    }
    try {
      long first = Long.parseLong(head.getFirst().strip());
      for (int i = 1; i < head.size(); i++) {
        if (Long.parseLong(head.get(i).strip()) != first + i) {
          return false;
        }
      }
      return true;
    } catch (NumberFormatException notWhole) {
      return false;
    }
  }

  private Verdict flagVerdict() {
    return text(
        StorageType.CATEGORICAL,
        Kind.BOOLEAN,
        Role.HARMLESS,
        "Its values are a pair that means yes and no.",
        0.97);
  }

  private Verdict constant() {
    return text(
        StorageType.CATEGORICAL, Kind.CONSTANT, Role.HARMLESS, "All values are the same.", 1);
  }

  private Verdict nominal(String evidence, double confidence) {
    return text(StorageType.CATEGORICAL, Kind.NOMINAL, Role.HARMLESS, evidence, confidence);
  }

  /** Whether values are short, or not too long and one word each. */
  private boolean token() {
    return scan.meanLength() <= SHORT
        || scan.meanLength() <= LONG_TOKEN
            && head.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isWhitespace));
  }

  /** A place on earth in one cell. */
  private Optional<Verdict> place() {
    if (!Coordinates.pairs(head) || scan.distinct() < 2) {
      return Optional.empty();
    }
    StorageType type = near() ? StorageType.TEXT : StorageType.CATEGORICAL;
    String evidence = "Its cells hold a latitude and a longitude each.";
    return Optional.of(text(type, Kind.GEOGRAPHIC, Role.HARMLESS, evidence, 0.85));
  }

  private Verdict categorical() {
    if (flag()) {
      return flagVerdict();
    }
    Optional<Verdict> place = place();
    if (place.isPresent()) {
      return place.get();
    }
    if (scan.distinct() == 1 && scan.count() > 1) {
      return constant();
    }
    if (scan.distinct() <= 20 && OrdinalScale.of(scan.topTexts()).isPresent()
        || scan.distinct() > 2 && scan.distinct() <= MOST_PERIODS && OrdinalScale.ofPeriods(head)) {
      return text(
          StorageType.CATEGORICAL,
          Kind.ORDINAL,
          Measure.ORDINAL,
          Role.HARMLESS,
          "Its " + scan.distinct() + " different values lie on a known scale.",
          0.9);
    }
    if (near()) {
      return Semantics.keyHeader(name) || token() && scan.distinctShare() == 1
          ? identifier("its values hardly repeat", 0.85)
          : text(
              StorageType.TEXT,
              Kind.TEXT,
              Role.HARMLESS,
              "Its values hardly repeat, so it is taken as text.",
              0.85);
    }
    if (scan.meanLength() > LONG_TEXT && scan.singles() * 5 > scan.count()) {
      return text(
          StorageType.TEXT,
          Kind.TEXT,
          Role.HARMLESS,
          "Its values are long and many occur once, so it is taken as text.",
          0.7);
    }
    return nominal("It has " + scan.distinct() + " different values that repeat.", 0.9);
  }
}
