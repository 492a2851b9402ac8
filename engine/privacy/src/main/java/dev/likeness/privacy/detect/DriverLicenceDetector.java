package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Driving licence numbers. */
@AutoService(Detector.class)
public final class DriverLicenceDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DRIVER_LICENCE)
              .called(
                  """
              driver licence, driver license, drivers licence, drivers license, driving licence,
              driving license, licence number, license number, license no, licence no, dl number,
              dl no, dln, drivers, driver license number, driving licence number, fuhrerschein,
              fuhrerscheinnummer, permiso de conducir, carnet de conducir, licencia de conducir,
              permis de conduire, numero permis, patente, patente di guida, rijbewijs,
              rijbewijsnummer, carta de conducao, cnh, prawo jazdy, numer prawa jazdy, korkort
              """)
              .mentioned(
                  """
              driver license, drivers license, driving licence, driver licence, license number,
              fuhrerschein, permis de conduire, rijbewijs, prawo jazdy
              """)
              .unless(
                  """
              class, state, expiry, date, type, status, software
              """)
              .must("have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 */-]{5,25}"))
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
