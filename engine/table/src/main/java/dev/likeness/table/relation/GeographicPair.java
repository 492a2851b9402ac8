package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.table.Schema;
import dev.likeness.table.relation.RowTally.Says;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Latitude and longitude of one place, in degrees.
 *
 * @param latitude from -90 to 90
 * @param longitude from -180 to 180
 * @param support rows with either; exceptions lie outside these bounds or lack one of the two
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GeographicPair(String latitude, String longitude, Support support)
    implements Relation {

  @Override
  @JsonIgnore
  public List<String> names() {
    return List.of(latitude, longitude);
  }

  @Override
  public GeographicPair with(Support support) {
    return new GeographicPair(latitude, longitude, support);
  }

  @Override
  public String sentence() {
    return latitude + " and " + longitude + " are a place on earth.";
  }

  @Override
  public String notation(UnaryOperator<String> naming) {
    return naming.apply(latitude) + " / " + naming.apply(longitude);
  }

  @Override
  public Tally tally(Schema schema) {
    int a = Columns.number(schema, latitude);
    int b = Columns.number(schema, longitude);
    return new RowTally(
        batch -> {
          double[] x = Columns.numbers(schema, a, batch.column(a));
          double[] y = Columns.numbers(schema, b, batch.column(b));
          return row -> judge(x[row], y[row]);
        });
  }

  private static Says judge(double latitude, double longitude) {
    if (Double.isNaN(latitude) && Double.isNaN(longitude)) {
      return Says.NOTHING;
    }
    return RowTally.holds(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180);
  }
}
