package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Passport numbers. */
@AutoService(Detector.class)
public final class PassportDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.PASSPORT)
              .called(
                  """
              passport, passport number, passport no, passport num, passport id, reisepass,
              reisepassnummer, passnummer, pass nr, pasaporte, numero de pasaporte,
              numero pasaporte, passeport, numero de passeport, passaporto, numero passaporto,
              paspoort, paspoortnummer, passaporte, paszport, numer paszportu, nr paszportu, pass
              """)
              .mentioned(
                  """
              passport, passport number, reisepass, pasaporte, passeport, passaporto, paspoort,
              paszport
              """)
              .unless(
                  """
              country, expiry, expires, date, type, fail
              """)
              .must("have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 -]{5,16}"))
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
