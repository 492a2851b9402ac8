package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import java.util.Locale;

/** The column's name and the number of the row: {@code name-000123}. */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class PlaceholderTreatment implements Treatment<PlaceholderTreatment.Options> {

  /** Its name. */
  public static final String NAME = "placeholder";

  /** Options: none. */
  public record Options() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Writes the column's name and the row's number; numbers and dates count up.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.IRREVERSIBLE;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.FRESH;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    String name = column.field().name();
    return (value, row) -> String.format(Locale.ROOT, "%s-%06d", name, row.number() + 1);
  }

  @Override
  public String fresh(Options options, String made, CounterRandom random, long row) {
    return made;
  }
}
