package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Addresses of network cards. */
@AutoService(Detector.class)
public final class MacAddressDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.MAC_ADDRESS)
              .words("mac_address")
              .values(
                  "are MAC addresses",
                  7,
                  Shapes.like("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}"))
              .must("are hexadecimal", Shapes.like("(?i)[0-9a-f:.-]{12,17}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
