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
 *   <li>If they are not, only numbers and addresses that belong to one person in any table stay.
 * </ol>
 */
final class Verdicts {

  private static final double SENSITIVE_WINS = 1;
  private static final double CERTAIN = 2.5;
  private static final Set<PiiType> ALWAYS =
      EnumSet.of(
          PiiType.EMAIL,
          PiiType.NATIONAL_ID,
          PiiType.PAYMENT_CARD,
          PiiType.PASSPORT,
          PiiType.DRIVER_LICENCE,
          PiiType.MEDICAL_RECORD_NUMBER);

  private Verdicts() {}

  static List<Optional<Evidence>> of(List<ColumnView> columns, RunContext run) {
    List<Optional<Evidence>> best = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      run.cancellation().check();
      run.progress().at("detect", (double) i / columns.size());
      best.add(best(columns.get(i)));
    }
    RowSubject subject = RowSubject.of(columns, best);
    List<Optional<Evidence>> weighed =
        subject.people() ? new Surroundings(columns, best).weigh() : best;
    return weighed.stream().map(evidence -> evidence.filter(e -> stands(e, subject))).toList();
  }

  private static Optional<Evidence> best(ColumnView column) {
    if (column.profile().count() == 0) {
      return Optional.empty();
    }
    return Detectors.all().stream()
        .flatMap(detector -> detector.weigh(column).stream())
        .max(Comparator.comparingDouble(Verdicts::rank));
  }

  private static double rank(Evidence evidence) {
    return evidence.logOdds()
        + (evidence.role() == Role.SENSITIVE && evidence.logOdds() > 0 ? SENSITIVE_WINS : 0);
  }

  private static boolean stands(Evidence evidence, RowSubject subject) {
    boolean certain = evidence.byValues() && evidence.logOdds() > CERTAIN;
    return evidence.logOdds() > 0
        && (subject.people() || certain && ALWAYS.contains(evidence.type()));
  }
}
