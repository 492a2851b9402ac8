package dev.likeness.table.relation;

import dev.likeness.table.relation.Sample.Numbers;
import dev.likeness.table.relation.Sample.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Candidates between dates and numbers: parts of dates, ages, days between. */
final class DateRelations {

  private static final int MOST = 60;
  private static final double ENOUGH = 0.98;
  private static final int TELLING = 20;
  private static final double OLDEST = 130;

  private final List<Numbers> dates;
  private final List<Numbers> numbers;
  private final int rows;

  DateRelations(Sample sample) {
    List<Numbers> all = sample.numbers(MOST);
    dates =
        all.stream().filter(column -> column.scale() == Scale.DATE && varies(column, 2)).toList();
    numbers = all.stream().filter(column -> !column.temporal() && column.unit() == 1).toList();
    rows = sample.rows();
  }

  /** Whether there are enough different values to tell anything. */
  private static boolean varies(Numbers column, int least) {
    return Arrays.stream(column.values())
            .filter(x -> !Double.isNaN(x))
            .distinct()
            .limit(least)
            .count()
        == least;
  }

  List<Relation> find() {
    List<Relation> found = new ArrayList<>();
    for (Numbers number : numbers) {
      for (Numbers date : dates) {
        for (Formula part : List.of(Formula.YEAR, Formula.MONTH, Formula.DAY)) {
          offer(derived(number, part, List.of(date), 0), number, date, date, found);
        }
        age(number, date, found);
        for (Numbers other : dates) {
          if (other != date) {
            List<Numbers> both = List.of(date, other);
            offer(derived(number, Formula.AGE, both, 0), number, date, other, found);
            offer(derived(number, Formula.DAYS_BETWEEN, both, 0), number, date, other, found);
          }
        }
      }
    }
    return found;
  }

  private static DerivedColumn derived(
      Numbers column, Formula formula, List<Numbers> from, double offset) {
    List<String> names = from.stream().map(Numbers::name).toList();
    double tolerance = formula == Formula.DAYS_BETWEEN ? 1 : 0;
    return new DerivedColumn(column.name(), formula, names, 1, offset, tolerance, Support.NONE);
  }

  private void offer(
      DerivedColumn candidate, Numbers number, Numbers a, Numbers b, List<Relation> found) {
    int seen = 0;
    int right = 0;
    for (int row = 0; row < rows; row++) {
      double computed = candidate.value(a.values()[row], b.values()[row]);
      double difference = number.values()[row] - computed;
      if (!Double.isNaN(difference)) {
        seen++;
        right += Math.abs(difference) <= candidate.tolerance() ? 1 : 0;
        if (right < seen / 2 - 2) {
          return;
        }
      }
    }
    if (seen >= TELLING && right >= seen * ENOUGH) {
      found.add(candidate);
    }
  }

  /** Full years up to a day that is the same for all rows: the day that explains most of them. */
  private void age(Numbers number, Numbers date, List<Relation> found) {
    List<double[]> spans = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double age = number.values()[row];
      double born = date.values()[row];
      if (!Double.isNaN(age) && !Double.isNaN(born) && age >= 0 && age <= OLDEST) {
        LocalDate birth = LocalDate.ofEpochDay((long) Math.floor(born));
        spans.add(
            new double[] {
              birth.plusYears((long) age).toEpochDay(), birth.plusYears((long) age + 1).toEpochDay()
            });
      }
    }
    if (spans.size() >= TELLING && spans.size() * 2 >= rows && varies(number, 5)) {
      double day = busiest(spans);
      offer(derived(number, Formula.AGE, List.of(date), day), number, date, date, found);
    }
  }

  /** The day that lies in most spans. */
  private static double busiest(List<double[]> spans) {
    double[] starts = spans.stream().mapToDouble(span -> span[0]).sorted().toArray();
    double[] ends = spans.stream().mapToDouble(span -> span[1]).sorted().toArray();
    int ended = 0;
    int most = 0;
    double best = starts[0];
    for (int i = 0; i < starts.length; i++) {
      while (ends[ended] <= starts[i]) {
        ended++;
      }
      if (i + 1 - ended > most) {
        most = i + 1 - ended;
        best = starts[i];
      }
    }
    return best;
  }
}
