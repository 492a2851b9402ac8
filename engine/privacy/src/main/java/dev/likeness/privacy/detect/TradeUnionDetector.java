package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Membership of a trade union. */
@AutoService(Detector.class)
public final class TradeUnionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(Clues.of(PiiType.TRADE_UNION).words("trade_union"));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
