package dev.likeness.table.profile;

import dev.likeness.table.format.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds latitudes and longitudes: numbers on the globe whose headers make a pair. */
final class Places {

  private static final double SURE = 0.95;

  private Places() {}

  /** The columns, those of a pair as such, unless a person said what they are. */
  static List<ColumnProfile> marked(List<ColumnProfile> columns, List<Amendment> amendments) {
    List<ColumnProfile> marked = new ArrayList<>(columns);
    for (ColumnProfile latitude : columns) {
      for (ColumnProfile longitude : columns) {
        boolean pair =
            is(latitude, Coordinates.LATITUDE)
                && is(longitude, Coordinates.LONGITUDE)
                && Coordinates.pair(latitude.name(), longitude.name());
        if (pair) {
          mark(marked, latitude, Coordinates.LATITUDE, longitude, amendments);
          mark(marked, longitude, Coordinates.LONGITUDE, latitude, amendments);
        }
      }
    }
    return marked;
  }

  private static boolean is(ColumnProfile column, Coordinates coordinate) {
    return column.kind().isNumeric()
        && coordinate.named(column.name())
        && within(column.min().orElse(new Scalar(Double.NaN)), coordinate)
        && within(column.max().orElse(new Scalar(Double.NaN)), coordinate);
  }

  private static boolean within(Scalar value, Coordinates coordinate) {
    return value.value() instanceof Number degrees
        && Math.abs(degrees.doubleValue()) <= coordinate.bound();
  }

  private static void mark(
      List<ColumnProfile> columns,
      ColumnProfile column,
      Coordinates coordinate,
      ColumnProfile other,
      List<Amendment> amendments) {
    boolean said =
        amendments.stream()
            .anyMatch(one -> one.column().equals(column.name()) && one.kind().isPresent());
    if (!said) {
      String evidence =
          "A "
              + coordinate.name().toLowerCase(Locale.ROOT)
              + " by its name and range; column "
              + other.position()
              + " is the other half of the place.";
      columns.set(column.position() - 1, column.withKind(Kind.GEOGRAPHIC, evidence, SURE));
    }
  }
}
