package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Account numbers. */
@AutoService(Detector.class)
public final class AccountNumberDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.ACCOUNT_NUMBER)
              .words("account_number")
              .evenOfThings()
              .must(
                  "hold at least four digits",
                  value ->
                      value.replaceAll("\\D", "").length() >= 4 && value.matches("[\\w ./-]{4,40}"))
              .fact(
                  "Its values repeat a lot.",
                  -6,
                  column -> column.distinctShare() < 0.3 && column.profile().count() > 20)
              .fact(
                  "Its values are numbers with fractions, or dates.",
                  -9,
                  column -> column.fractional() || column.dated()));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
