package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Vehicle identification numbers. */
@AutoService(Detector.class)
public final class VinDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.VIN)
              .called(
                  """
              vin, vin number, vehicle identification number, chassis number, chassis no,
              fahrgestellnummer, fin, numero de bastidor, bastidor, numero de chassis, telaio,
              numero telaio, chassisnummer, numer vin, numer nadwozia
              """)
              .mentioned(
                  """
              vin, vehicle identification, chassis number, fahrgestellnummer
              """)
              .evenOfThings()
              .values("have the form of a VIN", 7, Numbers::vin)
              .must("have the form of a VIN", Numbers::vin));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
