package dev.likeness.privacy.detect;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From the evidence of all detectors to one verdict for each column.
 *
 * <ol>
 *   <li>The strongest evidence of a column counts; where a sensitive type is nearly as likely as a
 *       quasi-identifier, it wins.
 *   <li>All columns together say whether the {@linkplain RowSubject rows are people}.
 *   <li>If they are, {@linkplain Surroundings neighbours} settle what a cryptic name leaves open.
 *   <li>If they are not, direct identifiers stay where nothing speaks for things either, and
 *       numbers and addresses that belong to one person in any table stay always.
 *   <li>What is called like a direct identifier, while its values are not what its name says, is
 *       taken for one with little confidence: rather a column less in a model than a name more.
 * </ol>
 */
final class Verdicts {

  private static final double SENSITIVE_WINS = 1;
  private static final double CERTAIN = 2.5;
  private static final double THINGS = -2.1;
  private static final double UNSURE = -1;
  private static final double LITTLE = -1;
  private static final int FEW = 4;
  private static final Set<PiiType> ALWAYS =
      EnumSet.of(
          PiiType.EMAIL,
          PiiType.NATIONAL_ID,
          PiiType.PAYMENT_CARD,
          PiiType.PASSPORT,
          PiiType.DRIVER_LICENCE,
          PiiType.MEDICAL_RECORD_NUMBER);
  private static final Set<PiiType> OF_THINGS_TOO =
      EnumSet.of(PiiType.RECORD_ID, PiiType.URL_PERSONAL);
  private static final Set<PiiType> OF_MACHINES =
      EnumSet.of(
          PiiType.IP_ADDRESS,
          PiiType.MAC_ADDRESS,
          PiiType.DEVICE_ID,
          PiiType.LICENCE_PLATE,
          PiiType.VIN);
  private static final Set<PiiType> CAREFUL =
      EnumSet.of(
          PiiType.PERSON_NAME,
          PiiType.GIVEN_NAME,
          PiiType.FAMILY_NAME,
          PiiType.EMAIL,
          PiiType.PHONE,
          PiiType.STREET_ADDRESS,
          PiiType.NATIONAL_ID,
          PiiType.PAYMENT_CARD,
          PiiType.IBAN,
          PiiType.PASSPORT,
          PiiType.USERNAME);

  private final List<ColumnView> columns;
  private final List<List<Evidence>> all = new ArrayList<>();

  private Verdicts(List<ColumnView> columns) {
    this.columns = columns;
  }

  /**
   * What is said of a column.
   *
   * @param found what it holds; empty for nothing personal
   * @param confidence in that, 0 to 1
   */
  record Verdict(Optional<Evidence> found, double confidence) {

    static Verdict of(Evidence found) {
      return new Verdict(Optional.of(found), found.confidence());
    }
  }

  static List<Verdict> of(List<ColumnView> columns, RunContext run) {
    Verdicts verdicts = new Verdicts(columns);
    for (int i = 0; i < columns.size(); i++) {
      run.cancellation().check();
      run.progress().at("detect", (double) i / columns.size());
      verdicts.all.add(weigh(columns.get(i)));
    }
    return verdicts.decide();
  }

  private static List<Evidence> weigh(ColumnView column) {
    return column.profile().count() == 0
        ? List.of()
        : Detectors.all().stream().flatMap(detector -> detector.weigh(column).stream()).toList();
  }

  private List<Verdict> decide() {
    List<Optional<Evidence>> best =
        all.stream()
            .map(found -> found.stream().max(Comparator.comparingDouble(Verdicts::rank)))
            .toList();
    RowSubject subject = RowSubject.of(columns, best);
    List<Optional<Evidence>> weighed =
        subject.people() ? new Surroundings(columns, best).weigh() : best;
    List<Verdict> decided = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      Optional<Evidence> likely = weighed.get(i);
      decided.add(
          likely
              .filter(evidence -> stands(evidence, subject))
              .or(() -> careful(column, subject))
              .map(Verdict::of)
              .orElseGet(() -> harmless(likely, subject)));
    }
    return decided;
  }

  /** As unlikely as what it could hold at best, or as rows that are people. */
  private static Verdict harmless(Optional<Evidence> likely, RowSubject subject) {
    double held = likely.map(Evidence::confidence).orElse(0.02);
    double people = 1 / (1 + StrictMath.exp(-subject.logOdds()));
    return new Verdict(Optional.empty(), 1 - Math.min(held, held > 0.5 ? people : 1));
  }

  private static double rank(Evidence evidence) {
    boolean wins = evidence.role() == Role.SENSITIVE && evidence.logOdds() > 0;
    return evidence.logOdds() + (wins ? SENSITIVE_WINS : 0);
  }

  private static boolean stands(Evidence evidence, RowSubject subject) {
    boolean certain = evidence.byValues() && evidence.logOdds() > CERTAIN;
    boolean direct = evidence.role() == Role.DIRECT_IDENTIFIER;
    return evidence.logOdds() > 0
        && (subject.people()
            || direct && subject.logOdds() > least(evidence.type())
            || certain && ALWAYS.contains(evidence.type()));
  }

  /** How likely rows must be people where they hardly are. */
  private static double least(PiiType type) {
    return OF_THINGS_TOO.contains(type) ? 0 : OF_MACHINES.contains(type) ? UNSURE : THINGS;
  }

  private Optional<Evidence> careful(int column, RowSubject subject) {
    ColumnView view = columns.get(column);
    if (subject.logOdds() <= THINGS
        || view.profile().distinct() <= FEW
        || view.binary()
        || view.fractional()
        || view.dated()) {
      return Optional.empty();
    }
    return all.get(column).stream()
        .filter(evidence -> evidence.byHeader() && CAREFUL.contains(evidence.type()))
        .filter(evidence -> evidence.role() == Role.DIRECT_IDENTIFIER)
        .max(Comparator.comparingDouble(Evidence::logOdds))
        .map(Verdicts::kept);
  }

  private static Evidence kept(Evidence evidence) {
    return evidence.plus(
        LITTLE - evidence.logOdds(),
        "Its values are not what its name says; it is kept out of models to be safe.");
  }
}
