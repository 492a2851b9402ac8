package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Where coins are sent. */
@AutoService(Detector.class)
public final class CryptoAddressDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.CRYPTO_ADDRESS)
              .words("crypto_address")
              .values(
                  "are addresses of coins",
                  7,
                  Shapes.like(
                      "0x[0-9a-fA-F]{40}|(bc1)[a-z0-9]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}"))
              .must("are long codes", Shapes.like("\\w{20,}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
