package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import dev.likeness.table.options.Option;

/**
 * Coarser values: numbers in bands, the beginning of postcodes, months or years of dates.
 *
 * <p>Numbers become {@code 30-39} (whole, not negative) or {@code [30, 40)}; those from {@code top}
 * on become {@code 90+}. Dates keep year and month, or the year. Of other text the first characters
 * stay, the other letters and digits become stars. A number or date that cannot be read becomes a
 * token, a star where rows are new.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class GeneralizeTreatment implements Treatment<GeneralizeTreatment.Options> {

  /** What a date keeps. */
  public enum Date {
    /** Year and month. */
    MONTH,
    /** The year. */
    YEAR
  }

  /**
   * Options.
   *
   * @param width of bands of numbers
   * @param top numbers from here on are one band; 0 for none
   * @param date what dates keep
   * @param prefix characters of text that stay
   */
  public record Options(
      @Option(value = "Width of bands of numbers.", defaultsTo = "10", min = 1e-9, max = 1e15)
          double width,
      @Option(
              value = "Numbers from here on are one band (90+); 0: none.",
              defaultsTo = "0",
              min = 0,
              max = 1e15)
          double top,
      @Option(value = "What dates keep: month or year.", defaultsTo = "month") Date date,
      @Option(value = "First characters of text that stay.", defaultsTo = "2", min = 0, max = 64)
          int prefix) {}

  @Override
  public String name() {
    return "generalize";
  }

  @Override
  public String summary() {
    return "Makes values coarser: bands of numbers, months or years of dates, the beginning of"
        + " postcodes.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.PARTIAL;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.AFTERWARDS;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    Field field = column.field();
    boolean postcode = column.type().equals("postcode");
    return switch (field.format()) {
      case NumberFormat format when !postcode -> numbers(options, format, column.unreadable());
      case TemporalFormat format -> dates(options, format, column.unreadable());
      default -> (value, row) -> prefix(value, options.prefix());
    };
  }

  private static CellTreatment numbers(
      Options options, NumberFormat format, CellTreatment unreadable) {
    ThreadLocal<NumberText> texts = ThreadLocal.withInitial(() -> NumberText.of(format));
    return (value, row) -> {
      double number = texts.get().parse(value);
      return Double.isNaN(number) ? unreadable.treat(value, row) : band(number, options);
    };
  }

  private static String band(double number, Options options) {
    if (options.top() > 0 && number >= options.top()) {
      return plain(options.top()) + "+";
    }
    double width = options.width();
    double from = Math.floor(number / width) * width;
    boolean whole = width == Math.rint(width) && from >= 0 && width > 1;
    return whole
        ? plain(from) + "-" + plain(from + width - 1)
        : "[" + plain(from) + ", " + plain(from + width) + ")";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static CellTreatment dates(
      Options options, TemporalFormat format, CellTreatment unreadable) {
    boolean month = options.date() == Date.MONTH;
    TemporalFormat coarse =
        new TemporalFormat(month ? "uuuu-MM" : "uuuu", format.unit(), format.missingToken());
    ThreadLocal<TemporalText> in = ThreadLocal.withInitial(() -> TemporalText.of(format));
    ThreadLocal<TemporalText> out = ThreadLocal.withInitial(() -> TemporalText.of(coarse));
    return (value, row) -> {
      long moment = in.get().parse(value);
      if (moment == TemporalColumn.MISSING || !TemporalText.hasDate(format.pattern())) {
        return unreadable.treat(value, row);
      }
      TextBuffer text = new TextBuffer(8);
      out.get().write(moment, text);
      return text.toString();
    };
  }

  private static String prefix(String value, int keep) {
    char[] out = value.toCharArray();
    int seen = 0;
    for (int i = 0; i < out.length; i++) {
      if (Character.isLetterOrDigit(out[i]) || Character.isSurrogate(out[i])) {
        out[i] = seen++ < keep ? out[i] : '*';
      }
    }
    return seen <= keep ? "*".repeat(Math.max(1, out.length)) : new String(out);
  }
}
