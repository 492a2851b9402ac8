package dev.likeness.privacy.detect;

import dev.likeness.table.profile.Kind;
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
  private static final int FEW_NAMES = 4;
  private static final double MANY_NAMES = 0.7;
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
  private static final List<Phrase> SCHOOL = Vocabulary.section("school", "school");
  private static final List<Phrase> MARKS = Vocabulary.section("school", "marks");
  private static final Set<String> PROCESS =
      Words.set(
          """
          contact channel campaign source visit file filename batch row index unnamed site company
          employees work office benefits travel location payer insurance city country region year
          month phone site seq sequence
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

  private static final Set<String> OF_GOODS =
      Words.set(
          """
          weight height length size treatment temperature gewicht hohe grosse lange poids taille
          hauteur peso altura talla altezza lengte hoogte waga wzrost vaha vyska vikt hoyde paino
          """);

  private static final Set<String> ONLY_NAME =
      Words.set("name names nom nombre nome naam navn namn nazwa nimi nama ad isim jmeno nume");
  private static final Set<String> PAY_SLIP =
      Words.set("benefits other bonus allowance allowances deduction deductions tax overtime");

  private final List<ColumnView> columns;
  private final List<Optional<Evidence>> best;
  private final boolean clinical;
  private final boolean credit;
  private final boolean school;
  private final boolean goods;
  private final boolean slip;
  private final boolean named;
  private final boolean halfNamed;

  Surroundings(List<ColumnView> columns, List<Optional<Evidence>> best) {
    this.columns = columns;
    this.best = best;
    clinical = clinical();
    credit = mentions(CREDIT) >= 2;
    school = columns.stream().filter(c -> c.header().speaksOf(SCHOOL)).count() >= 2;
    goods = mentions(GOODS_AND_STAYS) > 0 && count(EnumSet.of(PiiType.HEALTH)) == 1;
    slip = count(EnumSet.of(PiiType.INCOME)) >= 2;
    named = named(PiiType.GIVEN_NAME) || named(PiiType.FAMILY_NAME) || named(PiiType.PERSON_NAME);
    halfNamed = named(PiiType.GIVEN_NAME) && !named(PiiType.FAMILY_NAME);
  }

  /** The evidence of each column in the light of the others. */
  List<Optional<Evidence>> weigh() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> weigh(columns.get(i), best.get(i)))
        .toList();
  }

  private Optional<Evidence> weigh(ColumnView column, Optional<Evidence> evidence) {
    boolean health = evidence.filter(Surroundings::health).isPresent();
    if (goods && health && !byValues(evidence) && column.header().hasAny(OF_GOODS)) {
      return Optional.empty();
    }
    boolean open = evidence.isEmpty() || evidence.get().logOdds() <= 0;
    return meaning(column, evidence)
        .or(() -> open ? added(column) : Optional.empty())
        .or(() -> evidence);
  }

  /** What a name that is open to many meanings means here. */
  private Optional<Evidence> meaning(ColumnView column, Optional<Evidence> evidence) {
    if (halfNamed && only(column, ONLY_NAME) && column.profile().distinct() > FEW_NAMES) {
      return found(PiiType.FAMILY_NAME, "It stands beside given names.");
    }
    if (clinical && only(column, OPEN_TO_MEANING) && !byValues(evidence)) {
      return found(PiiType.HEALTH, "It stands among measures of health.");
    }
    if (credit && pay(evidence) && column.header().hasAny(REPAID) && !column.dated()) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among debts.");
    }
    return Optional.empty();
  }

  /** What a column without evidence of its own is among its neighbours. */
  private Optional<Evidence> added(ColumnView column) {
    if (slip && column.fractional() && column.header().hasAny(PAY_SLIP)) {
      return found(PiiType.INCOME, "It stands among what people are paid.");
    }
    if (clinical && measure(column)) {
      return found(PiiType.HEALTH, "It stands among measures of health.");
    }
    if (credit && column.header().hasAny(REPAID) && !column.dated()) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among debts.");
    }
    if (school && column.numeric() && column.header().speaksOf(MARKS)) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among marks.");
    }
    if (!named && only(column, ONLY_NAME) && names(column)) {
      return found(PiiType.PERSON_NAME, "It is the name of rows that are people.");
    }
    return Optional.empty();
  }

  /** Words without digits, hardly any of them twice. */
  private static boolean names(ColumnView column) {
    return column.distinctShare() > MANY_NAMES
        && column.share(Shapes.like("[^\\d@/_:]{2,60}")) > MANY_NAMES;
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

  private static Optional<Evidence> found(PiiType type, String sign) {
    return Optional.of(new Evidence(type, type.role(), CRYPTIC, false, false, List.of(sign)));
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
