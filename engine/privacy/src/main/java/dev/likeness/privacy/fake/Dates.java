package dev.likeness.privacy.fake;

import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import java.time.temporal.ChronoUnit;

/** Dates of one format. */
final class Dates {

  private static final int YEAR = 365;
  private static final int DECADE = 3652;

  private final TemporalFormat format;
  private final ThreadLocal<TemporalText> texts;
  private final long day;

  Dates(TemporalFormat format) {
    this.format = format;
    this.texts = ThreadLocal.withInitial(() -> TemporalText.of(format));
    this.day =
        format.unit() == ChronoUnit.DAYS
            ? 1
            : ChronoUnit.DAYS.getDuration().dividedBy(format.unit().getDuration());
  }

  /** Up to a year away; new ones within ten years after the specimen. */
  String like(String value, DrawSource draws) {
    TemporalText text = texts.get();
    long moment = text.parse(value);
    Draw draw = draws.draw("date", value);
    if (moment == TemporalColumn.MISSING) {
      return Shapes.like(value, draw);
    }
    long days = draws.isFresh() ? draw.below(DECADE) : away(draw);
    return written(text, moment + days * day);
  }

  private static long away(Draw draw) {
    int days = draw.between(1, YEAR);
    return draw.below(2) == 0 ? days : -days;
  }

  /** The start of the ten years that a date lies in. */
  String specimen(String value) {
    TemporalText text = texts.get();
    long moment = text.parse(value);
    return moment == TemporalColumn.MISSING
        ? ""
        : written(text, Math.floorDiv(moment, DECADE * day) * DECADE * day);
  }

  private String written(TemporalText text, long moment) {
    TextBuffer out = new TextBuffer(format.pattern().length() + 8);
    text.write(moment, out);
    return out.toString();
  }
}
