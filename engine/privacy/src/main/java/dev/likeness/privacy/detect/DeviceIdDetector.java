package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Phones, computers and cookies. */
@AutoService(Detector.class)
public final class DeviceIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DEVICE_ID)
              .called(
                  """
              imei, imsi, device id, deviceid, device uuid, udid, idfa, idfv, gaid,
              advertising id, ad id, android id, cookie, cookie id, session id, visitor id,
              fingerprint, browser fingerprint, serial of phone, iccid, sim, gerate id,
              geratenummer, id dispositivo, id appareil, identifiant appareil, push token,
              device token
              """)
              .mentioned(
                  """
              imei, imsi, advertising id, cookie id, device id, fingerprint
              """)
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
