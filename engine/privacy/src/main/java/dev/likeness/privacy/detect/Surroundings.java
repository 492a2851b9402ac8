package dev.likeness.privacy.detect;

import dev.likeness.table.Role;
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
  private static final double MOSTLY = 0.6;
  private static final double PLAINLY = 0.75;
  private static final double ASSESSED = 4;
  private static final double NEARLY_ALL = 0.7;
  private static final double KEY = 0.95;
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
          PiiType.OTHER_QUASI,
          PiiType.POLITICAL_VIEW,
          PiiType.RELIGION,
          PiiType.TRADE_UNION,
          PiiType.SEXUAL_ORIENTATION);
  private static final Set<PiiType> ASSESSMENTS =
      EnumSet.of(PiiType.OTHER_SENSITIVE, PiiType.INCOME);
  private static final Set<String> CREDIT =
      Words.set(
          """
          credit loan loans limit default debt bill balance mortgage delinquent installment kredit
          darlehen schulden burge bonitat credito prestamo saldo deuda mora emprestimo divida pret
          dette mutuo prestito debito krediet lening schuld kredyt pozyczka zadluzenie uver
          """);
  private static final Set<String> REPAID =
      Words.set(
          """
          pay paid bill payment repayment amt housing due overdue installment pago pagos cuota cuotas
          plazo rate rata raten mensualite monto importe betrag hohe laufzeit montant importo kwota
          valor parcela parcelas vencido vencidos
          """);
  private static final List<Phrase> SCHOOL = Vocabulary.section("school", "school");
  private static final List<Phrase> MARKS = Vocabulary.section("school", "marks");
  private static final Set<String> PROCESS =
      Words.set(
          """
          contact channel campaign source visit file filename batch row index unnamed site company
          employees work office benefits travel location payer insurance city country region year
          month phone site seq sequence product active exited tenure branch agency officer badge beat
          comment comments remark remarks clinic version program programme service services plan
          subscription model device queue employee interview interviewer survey preapproval occupancy
          fee price tariff firmware month weekend hospital age sex gender marital concept referrer
          rent provider
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

  private static final Set<String> STATURE =
      Words.set(
          """
          weight height gewicht grosse groesse poids taille peso altura talla estatura altezza statura
          lengte waga wzrost vaha vyska vikt langd hoyde vekt hojde vaegt paino pituus boy kilo berat
          tinggi fattning
          """);

  private static final Set<String> ONLY_NAME =
      Words.set("name names nom nombre nome naam navn namn nazwa nimi nama ad isim jmeno nume");
  private static final Set<String> TARGETS = Words.set("target outcome label");
  private static final Set<String> PAY_SLIP =
      Words.set("benefits other bonus allowance allowances deduction deductions tax overtime");

  private final List<ColumnView> columns;
  private final List<Optional<Evidence>> best;
  private final boolean clinical;
  private final boolean plainlyClinical;
  private final boolean assessing;
  private final boolean credit;
  private final boolean school;
  private final boolean goods;
  private final boolean slip;
  private final boolean named;
  private final boolean halfNamed;

  Surroundings(List<ColumnView> columns, List<Optional<Evidence>> best) {
    this.columns = columns;
    this.best = best;
    clinical = clinical(MOSTLY);
    plainlyClinical = clinical(PLAINLY);
    assessing = assessing();
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
    boolean cryptic = open && evidence.filter(Surroundings::namedOtherwise).isEmpty();
    return meaning(column, evidence)
        .or(() -> open ? added(column) : Optional.empty())
        .or(() -> cryptic ? topical(column) : Optional.empty())
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
    if (credit && column.header().hasAny(REPAID) && !column.dated()) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among debts.");
    }
    if ((credit || assessing) && column.binary() && only(column, TARGETS)) {
      return found(PiiType.OTHER_SENSITIVE, "It is what is to be told about debts.");
    }
    if (school && column.numeric() && column.header().speaksOf(MARKS)) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among marks.");
    }
    if (!named && only(column, ONLY_NAME) && names(column)) {
      return found(PiiType.PERSON_NAME, "It is the name of rows that are people.");
    }
    return Optional.empty();
  }

  /** What a column is that says nothing itself, by what most of its neighbours are about. */
  private Optional<Evidence> topical(ColumnView column) {
    if (clinical && measure(column) && (plainlyClinical || counted(column))) {
      return found(PiiType.HEALTH, "It stands among measures of health.");
    }
    if (assessing && counted(column)) {
      return found(PiiType.OTHER_SENSITIVE, "It stands among debts, marks or conduct.");
    }
    return Optional.empty();
  }

  /** Its name says something else than its values. */
  private static boolean namedOtherwise(Evidence evidence) {
    return evidence.byHeader() && evidence.role() != Role.SENSITIVE;
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

  /** Mostly about health: most of what it tells of people besides who they are. */
  private boolean clinical(double most) {
    long health = illness();
    long elsewhere = count(ELSEWHERE);
    boolean diagnosed =
        columns.stream().anyMatch(column -> column.header().words().contains("diagnosis"));
    boolean mostly = health >= NEIGHBOURS && health >= most * (health + elsewhere);
    return mostly || diagnosed && health > elsewhere;
  }

  /** Columns about health, where all of height and weight are one: players have them too. */
  private long illness() {
    long stature =
        IntStream.range(0, columns.size())
            .filter(i -> best.get(i).filter(Surroundings::health).isPresent())
            .filter(i -> columns.get(i).header().hasAny(STATURE))
            .count();
    return count(EnumSet.of(PiiType.HEALTH)) - Math.max(0, stature - 1);
  }

  /** Mostly about debts, marks or conduct. */
  private boolean assessing() {
    long assessed = count(ASSESSMENTS);
    long health = count(EnumSet.of(PiiType.HEALTH));
    return assessed >= ASSESSED
        && assessed > health
        && assessed + health >= NEARLY_ALL * (health + count(ELSEWHERE));
  }

  private long count(Set<PiiType> types) {
    return best.stream()
        .flatMap(Optional::stream)
        .filter(evidence -> evidence.logOdds() > 0 && types.contains(evidence.type()))
        .count();
  }

  /** A number or a yes, not a key. */
  private static boolean counted(ColumnView column) {
    Kind kind = column.profile().kind();
    boolean key = column.distinctShare() > KEY && !column.fractional();
    return (kind == Kind.NUMERIC || kind == Kind.BOOLEAN) && !key && measure(column);
  }

  /** A number, a code or a yes, not a date, a key or a text. */
  private static boolean measure(ColumnView column) {
    Kind kind = column.profile().kind();
    boolean coded = kind == Kind.NUMERIC || kind == Kind.BOOLEAN || kind == Kind.ORDINAL;
    boolean few = kind == Kind.NOMINAL && column.profile().distinct() <= 30;
    return (coded || few) && !column.header().hasAny(PROCESS) && !column.dated();
  }
}
