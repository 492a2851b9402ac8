package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Numbers that tax offices give. */
@AutoService(Detector.class)
public final class TaxIdDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.TAX_ID)
              .words("tax_id")
              .must(
                  "have the form of such numbers", Shapes.like("(?i)(?=.*\\d)[A-Z0-9 ./*_-]{5,24}"))
              .fact(
                  "Its values repeat a lot.",
                  -6,
                  column -> column.distinctShare() < 0.1 && column.profile().count() > 50),
          Clues.of(PiiType.TAX_ID)
              .values("have the form of Indian account numbers (PAN)", 7, Numbers::pan),
          Clues.of(PiiType.TAX_ID)
              .values("are German tax numbers with a right check digit", 5.5, Numbers::steuerId),
          Clues.of(PiiType.TAX_ID)
              .values("are Portuguese tax numbers with a right check digit", 5, Numbers::nif),
          Clues.of(PiiType.TAX_ID)
              .values("are Polish tax numbers with a right check digit", 5, Numbers::nip),
          Clues.of(PiiType.TAX_ID)
              .values("are Australian tax file numbers with a right check digit", 5, Numbers::tfn),
          Clues.of(PiiType.TAX_ID).values("have the form of a Mexican RFC", 7.5, Numbers::rfc));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
