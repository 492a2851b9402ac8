package dev.likeness.privacy.plan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What is known of a column that every new row gets a new value in. It holds no value of the table:
 * specimens are shapes that many rows share.
 *
 * @param position in the table, from 0
 * @param treatment of the column
 * @param modelled whether the value comes from the model and is only treated
 * @param missingShare of the column
 * @param things how many different ones there are; 0 where every row has its own
 * @param personal whether it goes with the person that the row is about
 * @param prefix that all values begin with, without digits
 * @param specimens what values are made like, the most frequent first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Regenerated(
    int position,
    TreatmentChoice treatment,
    boolean modelled,
    double missingShare,
    long things,
    boolean personal,
    String prefix,
    List<Specimen> specimens) {

  /** Copies the list and checks numbers. */
  public Regenerated {
    specimens = List.copyOf(specimens);
    if (!(missingShare >= 0 && missingShare <= 1)) {
      throw new IllegalArgumentException(
          "missing_share = " + missingShare + ", expected in [0, 1]");
    }
    if (things < 0 || position < 0) {
      throw new IllegalArgumentException(
          "things = " + things + ", position = " + position + ", expected not negative");
    }
  }

  /**
   * A shape of values.
   *
   * @param text a value of that shape without content
   * @param share of the values that have this shape or one before it
   */
  public record Specimen(String text, double share) {}

  /** A column that the model makes and that is treated afterwards. */
  static Regenerated afterwards(int position, TreatmentChoice treatment) {
    return new Regenerated(position, treatment, true, 0, 0, false, "", List.of());
  }
}
