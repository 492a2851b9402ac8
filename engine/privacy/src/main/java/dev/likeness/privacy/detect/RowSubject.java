package dev.likeness.privacy.detect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the rows of a table are people (or have one named person each), judged from all columns
 * together.
 *
 * <p>A town, an age or a phone number is personal only in such a table: houses have ages too, and
 * hotels have phones. What each type adds is {@link PiiType#personWeight}, once for each type;
 * measures of health add up. Words such as <em>patient</em> in headers speak for people; words such
 * as <em>species</em> or <em>quantity</em> for things; many totals and means for statistics.
 *
 * @param logOdds that the rows are people
 * @param signs one sentence each, without a value of the data
 */
public record RowSubject(double logOdds, List<String> signs) {

  private static final double START = -2;
  private static final double SURE = 0.5;
  private static final double HEALTH_EACH = 0.7;
  private static final double HEALTH_MOST = 4;
  private static final double PERSON_WORD = 0.7;
  private static final double PERSON_WORDS_MOST = 1.5;
  private static final double DIAGNOSIS = 2.5;
  private static final double STUDIED = 1;
  private static final double THING_WORD = -1.2;
  private static final double THING_WORDS_MOST = -3.6;

  /** An order is a thing, and tells of the person it is for. */
  private static final double THING_WORDS_NAMED = -1.5;

  private static final int MANY_THINGS = 4;
  private static final double ANIMALS = -20;
  private static final double ORGANISATIONS = -4;
  private static final double STATISTICS = -2.5;
  private static final double MANY = 0.3;
  private static final Set<String> DIAGNOSES =
      Words.set(
          "diagnosis diagnose diagnostico diagnostic diagnosi diagnoza diagnosecode pregnancies");
  private static final Set<String> STUDIED_PEOPLE =
      Words.set("participant respondent patient subject proband student pupil");
  private static final Set<String> KEYS = Words.set("id code number no key");
  private static final List<Phrase> THINGS = Vocabulary.section("rows", "things");
  private static final List<Phrase> ANIMAL_WORDS = Vocabulary.section("rows", "animals");
  private static final List<Phrase> ORGANISATION_WORDS =
      Vocabulary.section("rows", "organisations");
  private static final List<Phrase> AGGREGATES = Vocabulary.section("rows", "totals");

  /** Legal forms of companies at the end of their names. */
  private static final Predicate<String> COMPANY =
      Shapes.like(
          "(?iU).{2,90}[ ,](inc|ltd|limited|llc|llp|plc|corp|gmbh|ag|kg|kgaa|ohg|ug|e\\.? ?k|e\\.? ?v"
              + "|s\\.?a|s\\.?l|s\\.?l\\.?u|sarl|sas|sasu|eurl|spa|s\\.?p\\.?a|s\\.?r\\.?l|b\\.?v|n\\.?v|lda|ltda"
              + "|sp\\. ?z ?o\\.? ?o|s\\.? ?r\\.? ?o|a\\.? ?s|kft|zrt|ab|oy|oyj|as|asa|aps|a/s|pt|tbk|pvt|co)\\.?");

  private static final double COMPANIES = 0.5;

  private static final Set<PiiType> HUMAN =
      EnumSet.of(
          PiiType.MARITAL_STATUS,
          PiiType.EDUCATION,
          PiiType.INCOME,
          PiiType.RELIGION,
          PiiType.ETHNICITY,
          PiiType.NATIONALITY,
          PiiType.NATIONAL_ID,
          PiiType.OCCUPATION);
  private static final Set<PiiType> NAMES =
      EnumSet.of(PiiType.PERSON_NAME, PiiType.GIVEN_NAME, PiiType.FAMILY_NAME);
  private static final Set<String> NAME_WORDS = Words.set("name names nom nombre nome naam nazwa");

  /** Copies the signs. */
  public RowSubject {
    signs = List.copyOf(signs);
  }

  /** All phrases that it looks for in names of columns. */
  static List<Phrase> phrases() {
    return Stream.of(THINGS, ANIMAL_WORDS, ORGANISATION_WORDS, AGGREGATES)
        .flatMap(List::stream)
        .toList();
  }

  /** Whether rows are more likely people than not. */
  public boolean people() {
    return logOdds > 0;
  }

  /** Judges a table by the best evidence of each column. */
  static RowSubject of(List<ColumnView> columns, List<Optional<Evidence>> best) {
    List<String> signs = new ArrayList<>();
    double odds =
        START
            + types(best, signs)
            + personWords(columns, signs)
            + thingWords(columns, named(best), signs)
            + animals(columns, best, signs)
            + organisations(columns, best, signs)
            + statistics(columns, signs);
    return new RowSubject(odds, signs);
  }

  private static double types(List<Optional<Evidence>> best, List<String> signs) {
    double sum = 0;
    double health = 0;
    Set<PiiType> seen = EnumSet.noneOf(PiiType.class);
    for (Evidence evidence : best.stream().flatMap(Optional::stream).toList()) {
      if (evidence.confidence() < SURE) {
        continue;
      }
      double weight = evidence.type().personWeight() * evidence.confidence();
      if (evidence.type() == PiiType.HEALTH) {
        health = Math.min(HEALTH_MOST, health + HEALTH_EACH * evidence.confidence());
      } else if (seen.add(evidence.type())) {
        sum += weight;
      }
    }
    seen.stream()
        .filter(type -> type.personWeight() >= 1)
        .forEach(type -> signs.add("It has a column with " + type.plural() + "."));
    if (health > 1) {
      signs.add("It has columns about health.");
    }
    return sum + health;
  }

  private static double personWords(List<ColumnView> columns, List<String> signs) {
    Set<String> words = new HashSet<>();
    boolean diagnosis = false;
    for (ColumnView column : columns) {
      column.header().words().stream().filter(Words.PERSONS::contains).forEach(words::add);
      diagnosis |= column.header().hasAny(DIAGNOSES);
    }
    if (!words.isEmpty()) {
      signs.add("Names of columns speak of people.");
    }
    double studied = columns.stream().anyMatch(RowSubject::studied) ? STUDIED : 0;
    return Math.min(PERSON_WORDS_MOST, PERSON_WORD * words.size())
        + studied
        + (diagnosis ? DIAGNOSIS : 0);
  }

  /** A key of somebody who is asked, examined or taught. */
  private static boolean studied(ColumnView column) {
    return column.header().hasAny(STUDIED_PEOPLE) && column.header().hasAny(KEYS);
  }

  private static boolean named(List<Optional<Evidence>> best) {
    return best.stream()
        .flatMap(Optional::stream)
        .anyMatch(found -> found.logOdds() > 0 && NAMES.contains(found.type()));
  }

  private static double thingWords(List<ColumnView> columns, boolean named, List<String> signs) {
    long spoken =
        THINGS.stream()
            .filter(thing -> columns.stream().anyMatch(c -> c.header().speaksOf(List.of(thing))))
            .count();
    if (spoken > 0) {
      signs.add("Names of columns speak of things.");
    }
    double least = spoken > MANY_THINGS ? 2 * THING_WORDS_NAMED : THING_WORDS_NAMED;
    return Math.max(named ? least : THING_WORDS_MOST, THING_WORD * spoken);
  }

  /** Columns speak of animals, and of nothing that only people have. */
  private static double animals(
      List<ColumnView> columns, List<Optional<Evidence>> best, List<String> signs) {
    boolean human =
        best.stream()
            .flatMap(Optional::stream)
            .anyMatch(found -> found.logOdds() > 1 && HUMAN.contains(found.type()));
    if (human || columns.stream().noneMatch(column -> column.header().speaksOf(ANIMAL_WORDS))) {
      return 0;
    }
    signs.add("Names of columns speak of animals.");
    return ANIMALS;
  }

  /** A column with names of organisations, and none with names of people. */
  private static double organisations(
      List<ColumnView> columns, List<Optional<Evidence>> best, List<String> signs) {
    boolean organisations =
        columns.stream()
            .anyMatch(
                column ->
                    column.header().hasAny(NAME_WORDS)
                            && column.header().speaksOf(ORGANISATION_WORDS)
                        || companies(column));
    if (named(best) || !organisations) {
      return 0;
    }
    signs.add("It names organisations and no people.");
    return ORGANISATIONS;
  }

  /** A column with the name of a different company in nearly every row. */
  private static boolean companies(ColumnView column) {
    return column.distinctShare() > COMPANIES && column.share(COMPANY) > COMPANIES;
  }

  private static double statistics(List<ColumnView> columns, List<String> signs) {
    long counts = columns.stream().filter(column -> column.header().speaksOf(AGGREGATES)).count();
    if (columns.size() < 4 || counts < MANY * columns.size()) {
      return 0;
    }
    signs.add("Many columns are totals, means or rates.");
    return STATISTICS;
  }
}
