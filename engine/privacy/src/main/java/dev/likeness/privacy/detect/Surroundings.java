package dev.likeness.privacy.detect;

import dev.likeness.table.Role;
import dev.likeness.table.profile.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a column's neighbours say about it: in a table of patients a column with a cryptic name is a
 * measure of health; beside a credit limit, <em>pay</em> is a repayment; beside a school's name,
 * <em>score</em> is a mark.
 */
final class Surroundings {

  private static final double NEIGHBOURS = 3;
  private static final double MANY = 0.25;
  private static final double CRYPTIC = 1;
  private static final Set<PiiType> ELSEWHERE =
      EnumSet.of(
          PiiType.OCCUPATION,
          PiiType.INCOME,
          PiiType.EDUCATION,
          PiiType.OTHER_SENSITIVE,
          PiiType.EMPLOYER,
          PiiType.OTHER_QUASI);
  private static final Set<String> CREDIT =
      Words.set(
          "credit loan loans limit default debt bill balance mortgage delinquent installment");
  private static final Set<String> REPAID =
      Words.set("pay paid bill payment repayment amt housing due overdue installment");
  private static final Set<String> SCHOOL =
      Words.set(
          """
          school student students study studytime class gpa semester degree exam grade grades course
          failures absences lunch attendance college university homework teacher subject
          """);
  private static final Set<String> MARK =
      Words.set(
          "g grade mark marks score sem test exam quiz paper perc result math reading writing");
  private static final Set<String> PROCESS =
      Words.set(
          """
          contact channel campaign source visit file filename batch row index unnamed site company
          employees work office benefits travel location payer insurance city country region year
          month phone
          """);

  /** What a stage, a status or a class is depends on what stands around it. */
  private static final Set<String> OPEN_TO_MEANING =
      Words.set("stage status grade class classification type");

  /** Parcels have weights, and stays have treatments. */
  private static final Set<String> GOODS_AND_STAYS =
      Words.set(
          """
          parcel parcels shipment shipping package product order zending zendingnummer bezorg
          bezorgadres sendung sendungsnummer colis envio paquete pedido bestelling spedizione hotel
          checkin prenotazione booking reservation buchung zimmer habitacion chambre
          """);

  private static final Set<String> ONLY_NAME =
      Words.set("name names nom nombre nome naam navn namn nazwa nimi");
  private static final Set<String> PAY_SLIP =
      Words.set("benefits other bonus allowance allowances deduction deductions tax overtime");

  private final List<ColumnView> columns;
  private final List<Optional<Evidence>> best;

  Surroundings(List<ColumnView> columns, List<Optional<Evidence>> best) {
    this.columns = columns;
    this.best = best;
  }

  /** The evidence of each column in the light of the others. */
  List<Optional<Evidence>> weigh() {
    boolean clinical = clinical();
    boolean credit = mentions(CREDIT) >= 2;
    boolean school = mentions(SCHOOL) >= 2;
    boolean goods = mentions(GOODS_AND_STAYS) > 0 && count(EnumSet.of(PiiType.HEALTH)) == 1;
    boolean slip = count(EnumSet.of(PiiType.INCOME)) >= 2;
    boolean halfNamed = named(PiiType.GIVEN_NAME) && !named(PiiType.FAMILY_NAME);
    List<Optional<Evidence>> weighed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnView column = columns.get(i);
      Optional<Evidence> evidence = best.get(i);
      boolean open = evidence.isEmpty() || evidence.get().logOdds() <= 0;
      if (goods && !byValues(evidence) && evidence.filter(Surroundings::health).isPresent()) {
        evidence = Optional.empty();
      } else if (halfNamed && only(column, ONLY_NAME) && column.profile().distinct() > 4) {
        evidence = Optional.of(found(PiiType.FAMILY_NAME, "It stands beside given names."));
      } else if (clinical && only(column, OPEN_TO_MEANING) && !byValues(evidence)) {
        evidence = Optional.of(found(PiiType.HEALTH, "It stands among measures of health."));
      } else if (open && slip && column.fractional() && column.header().hasAny(PAY_SLIP)) {
        evidence = Optional.of(found(PiiType.INCOME, "It stands among what people are paid."));
      } else if (open && clinical && measure(column)) {
        evidence = Optional.of(found(PiiType.HEALTH, "It stands among measures of health."));
      } else if ((open || pay(evidence))
          && credit
          && column.header().hasAny(REPAID)
          && !column.dated()) {
        evidence = Optional.of(found(PiiType.OTHER_SENSITIVE, "It stands among debts."));
      } else if (open && school && column.numeric() && column.header().hasAny(MARK)) {
        evidence = Optional.of(found(PiiType.OTHER_SENSITIVE, "It stands among marks."));
      }
      weighed.add(evidence);
    }
    return weighed;
  }

  private static boolean only(ColumnView column, Set<String> words) {
    List<String> name = column.header().words();
    return name.size() == 1 && words.contains(name.getFirst());
  }

  private static boolean health(Evidence evidence) {
    return evidence.type() == PiiType.HEALTH;
  }

  private static boolean byValues(Optional<Evidence> evidence) {
    return evidence.filter(found -> found.logOdds() > 0 && found.byValues()).isPresent();
  }

  /** Whether a column with a longer name than <em>name</em> holds such names. */
  private boolean named(PiiType type) {
    return IntStream.range(0, columns.size())
        .filter(i -> !only(columns.get(i), ONLY_NAME))
        .anyMatch(i -> best.get(i).filter(e -> e.type() == type && e.logOdds() > 0).isPresent());
  }

  /** Beside debts, <em>pay</em> is what is paid back. */
  private static boolean pay(Optional<Evidence> evidence) {
    return evidence.filter(e -> e.type() == PiiType.INCOME && !e.byValues()).isPresent();
  }

  private static Evidence found(PiiType type, String sign) {
    Role role = type.role();
    return new Evidence(type, role, CRYPTIC, false, false, List.of(sign));
  }

  private long mentions(Set<String> words) {
    return columns.stream().filter(column -> column.header().hasAny(words)).count();
  }

  /** Mostly about health: more such columns than columns about work, school and money. */
  private boolean clinical() {
    long health = count(EnumSet.of(PiiType.HEALTH));
    long elsewhere = count(ELSEWHERE);
    boolean diagnosed =
        columns.stream().anyMatch(column -> column.header().words().contains("diagnosis"));
    boolean many = health >= NEIGHBOURS && health >= MANY * columns.size();
    return health > elsewhere && (many || diagnosed);
  }

  private long count(Set<PiiType> types) {
    return best.stream()
        .flatMap(Optional::stream)
        .filter(evidence -> evidence.logOdds() > 0 && types.contains(evidence.type()))
        .count();
  }

  /** A number, a code or a yes, not a date, a key or a text. */
  private static boolean measure(ColumnView column) {
    Kind kind = column.profile().kind();
    boolean coded = kind == Kind.NUMERIC || kind == Kind.BOOLEAN || kind == Kind.ORDINAL;
    boolean few = kind == Kind.NOMINAL && column.profile().distinct() <= 30;
    return (coded || few) && !column.header().hasAny(PROCESS) && !column.dated();
  }
}
