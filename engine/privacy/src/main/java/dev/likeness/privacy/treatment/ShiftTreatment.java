package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import dev.likeness.table.options.Option;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Moves dates by whole days, never by none.
 *
 * <p>All dates of one person move by the same number of days, drawn from the key and whoever the
 * row is about, so intervals within a person stay. The person is the column that the option names,
 * else the first column of the table that names people or records, else the whole column moves as
 * one. Time of the day stays. What is no date of the column becomes a token.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class ShiftTreatment implements Treatment<ShiftTreatment.Options> {

  private static final List<String> PERSONS =
      List.of("record_id", "national_id", "email", "person_name", "username", "phone");

  /**
   * Options.
   *
   * @param days most days that a date moves, to either side
   * @param by name of the column that says whom a row is about
   */
  public record Options(
      @Option(
              value = "Most days that a date moves, to either side.",
              defaultsTo = "180",
              min = 1,
              max = 36500)
          int days,
      @Option(
              value = "Column that says whom a row is about; empty: the first that names people.",
              defaultsTo = "")
          String by) {}

  @Override
  public String name() {
    return "shift";
  }

  @Override
  public String summary() {
    return "Moves dates by some days, all dates of one person by the same, so intervals stay.";
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
    return SynthesisRule.MODEL;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    if (!(column.field().format() instanceof TemporalFormat format)) {
      return column.unreadable();
    }
    ThreadLocal<TemporalText> texts = ThreadLocal.withInitial(() -> TemporalText.of(format));
    KeyedHash hash = new KeyedHash(column.secret().subkey("shift", 32));
    Optional<Integer> person = person(options, column.table(), column.position());
    CellTreatment unreadable = column.unreadable();
    long day =
        format.unit() == ChronoUnit.DAYS
            ? 1
            : ChronoUnit.DAYS.getDuration().dividedBy(format.unit().getDuration());
    boolean dated = TemporalText.hasDate(format.pattern());
    return (value, row) -> {
      long moment = texts.get().parse(value);
      if (moment == TemporalColumn.MISSING || !dated) {
        return unreadable.treat(value, row);
      }
      String whom = person.flatMap(row::original).orElse("");
      TextBuffer out = new TextBuffer(32);
      texts.get().write(moment + days(hash.of(whom), options.days()) * day, out);
      return out.toString();
    };
  }

  private static long days(byte[] hash, int most) {
    long bits = ByteBuffer.wrap(hash).getLong();
    long days = 1 + Math.unsignedMultiplyHigh(bits, most);
    return (hash[hash.length - 1] & 1) == 0 ? days : -days;
  }

  private static Optional<Integer> person(Options options, TableContext table, int position) {
    if (!options.by().isEmpty()) {
      return table.named(options.by());
    }
    return PERSONS.stream().flatMap(type -> table.nearest(type, position).stream()).findFirst();
  }
}
