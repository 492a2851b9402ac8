package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Faith and confession. */
@AutoService(Detector.class)
public final class ReligionDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.RELIGION)
              .words("religion")
              .values(
                  "are words for faiths",
                  6,
                  Shapes.like(
                      "(?iU).*\\b(christian\\w*|catholic|protestant|muslim|islam|hindu|buddhis[tm]|jewish|judaism|sikh|jain|atheist|agnostic|orthodox|baptist|methodist|lutheran|mormon|evangelisch|katholisch|romisch-katholisch|r[oö]misch-katholisch|rk|ev|konfessionslos|muslimisch|catolic[oa]|cristian[oa]|musulman[ea]?|musulm[aá]n|catholique|protestante?|cattolic[oa]|islamitisch|hervormd|katholiek|evang[eé]lica|esp[ií]rita|rzymskokatolickie|prawos[lł]awne|bezwyznaniowy|none|keine)\\b.*"))
              .fact("It has too many values.", -6, column -> column.profile().distinct() > 150));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
