package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** What is written on cars. */
@AutoService(Detector.class)
public final class LicencePlateDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.LICENCE_PLATE)
              .called(
                  """
              license plate, licence plate, plate, plate number, plate no, number plate,
              vehicle registration, registration number, vehicle registration number, reg no, vrn,
              registration plate, registration mark, kennzeichen, kfz kennzeichen,
              amtliches kennzeichen, matricula, matricula vehiculo, placa, plaque,
              plaque d immatriculation, immatriculation, targa, kenteken, numer rejestracyjny,
              nr rejestracyjny, registreringsnummer, regnr,
              targa, targa auto, targa veicolo, kenteken, kfz kennzeichen, amtliches kennzeichen,
              matricula coche, placa veiculo, placa do carro, plaque immatriculation,
              immatriculation, numer rejestracyjny, nr rejestracyjny
              """)
              .mentioned(
                  """
              license plate, licence plate, number plate, registration plate, kennzeichen,
              immatriculation, kenteken, placa, vehicle registration
              """)
              .unless(
                  """
              date, type, state, year, tail
              """)
              .evenOfThings()
              .must(
                  "have the form of plates",
                  Shapes.like("(?i)(?=.*[A-Z])(?=.*\\d)[A-ZÄÖÜ0-9 ·.:-]{3,12}")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
