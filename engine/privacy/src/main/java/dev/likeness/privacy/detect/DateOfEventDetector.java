package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** When something happened to a person: hired, admitted, subscribed. */
@AutoService(Detector.class)
public final class DateOfEventDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DATE_OF_EVENT)
              .words("date_of_event")
              .fact("Its values are dates or times of day.", 2.5, column -> column.dated())
              .must(
                  "hold a number or the name of a month or day",
                  Shapes.like(
                      ".*\\d.*|(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|mar|mai|okt|dez|ene|abr|ago|dic)\\p{L}*\\.?"))
              .fact(
                  "Its values are numbers that are no dates.",
                  -5,
                  column ->
                      column.numeric()
                          && !column.dated()
                          && !(column.within(1, 31) > 0.99
                              || column.within(1900, 2100) > 0.99
                              || column.within(19000101, 21001231) > 0.99)),
          Clues.of(PiiType.DATE_OF_EVENT).whole("Its values are dates.", 5, ColumnView::dated));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
