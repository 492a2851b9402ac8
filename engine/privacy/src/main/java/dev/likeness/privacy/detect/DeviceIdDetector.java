package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Phones, computers and cookies. */
@AutoService(Detector.class)
public final class DeviceIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DEVICE_ID)
              .words("device_id")
              .evenOfThings()
              .values(
                  "are device numbers with a check digit",
                  4,
                  value -> value.matches("\\d{15}") && Numbers.luhn(value))
              .must("are long codes", Shapes.like("[\\w:.-]{6,}"))
              .fact(
                  "Its values repeat a lot.",
                  -4,
                  column -> column.distinctShare() < 0.02 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
