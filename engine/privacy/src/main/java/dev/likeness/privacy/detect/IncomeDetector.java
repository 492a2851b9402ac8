package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What a person earns or receives. */
@AutoService(Detector.class)
public final class IncomeDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.INCOME)
              .words("income")
              .evenOfThings()
              .fact(
                  "Its name speaks of many, not of one.",
                  -9,
                  column ->
                      column
                              .header()
                              .hasAny(
                                  Words.set(
                                      "median mean avg average per capita population total_households"))
                          && !column.header().hasAny(Words.set("monthly annual yearly")))
              .fact("Its values are dates.", -8, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
