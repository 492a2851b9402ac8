package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;

/** Days, months or years of birth. */
@AutoService(Detector.class)
public final class DateOfBirthDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DATE_OF_BIRTH)
              .words("date_of_birth")
              .values("are days of the past", 0, value -> false)
              .fact(
                  "Its dates lie as birth dates of living people do.",
                  2.5,
                  DateOfBirthDetector::lifetimes)
              .must("hold a year or a day", Shapes.like(".*\\d.*"))
              .fact(
                  "It has hardly any different values.",
                  -5,
                  column -> column.profile().distinct() <= 2)
              .fact(
                  "Its numbers are no years or days.",
                  -8,
                  column -> column.numeric() && column.fractional()),
          Clues.of(PiiType.DATE_OF_BIRTH)
              .whole(
                  "Its dates spread over the birth years of living people.",
                  6,
                  DateOfBirthDetector::spread));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean lifetimes(ColumnView column) {
    double[] years = column.years();
    return column.dated() && Arrays.stream(years).allMatch(year -> year > 1880 && year < 2030);
  }

  /** Decades of birth years that end before today and begin long ago; no event spreads so. */
  private static boolean spread(ColumnView column) {
    double[] years = Arrays.stream(column.years()).sorted().toArray();
    if (years.length < 15 || !column.dated() || column.distinctShare() < 0.2) {
      return false;
    }
    double low = years[years.length / 20];
    double middle = years[years.length / 2];
    double high = years[years.length - 1 - years.length / 20];
    return low > 1905 && low < 1985 && middle > 1940 && middle < 2003 && high - low > 22;
  }
}
