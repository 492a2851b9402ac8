package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** The number of a person: named so, or the key of a table of people. */
@AutoService(Detector.class)
public final class RecordIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.RECORD_ID)
              .words("record_id")
              .values("are UUIDs", 3, Shapes.like("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
              .must("are codes", Shapes.like("[^@\\s]{1,64}|[\\w ./#-]{1,30}"))
              .fact(
                  "It is the key of the rows.",
                  2.5,
                  column ->
                      column.distinctShare() > 0.95 && !column.fractional() && !column.dated())
              .fact(
                  "Its values repeat a lot.",
                  -3.5,
                  column ->
                      column.distinctShare() < 0.05
                          && column.profile().count() > 100
                          && !column.header().hasAny(Words.PERSONS))
              .fact(
                  "It has hardly any different values.",
                  -4,
                  column -> column.profile().distinct() < 4 && column.profile().count() > 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
