package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Jobs, positions, departments, kinds of work. */
@AutoService(Detector.class)
public final class OccupationDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.OCCUPATION)
              .words("occupation")
              .values("are names of jobs", 3, OccupationDetector::job)
              .fact(
                  "It may be the title of a work.",
                  -5,
                  column ->
                      column.header().words().equals(List.of("title"))
                          && column.share(OccupationDetector::job) < 0.1)
              .fact("Its values are numbers with fractions.", -6, ColumnView::fractional)
              .fact(
                  "It has numbers only, and many.",
                  -5,
                  column -> column.numeric() && column.profile().distinct() > 60));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean job(String value) {
    return value.matches(
        "(?iU).*(\\b(manager|engineer|assistant|analyst|director|president|officer|developer|technician|nurse|teacher|professor|accountant|consultant|administrator|specialist|coordinator|supervisor|clerk|designer|sales|operator|editor|therapist|representative|owner|lawyer|driver|worker|executive|agent|chef|student|retired|unemployed|self-employed|services|management|admin)\\b|leiter|ingenieur|techniker|verkaufer).*");
  }
}
