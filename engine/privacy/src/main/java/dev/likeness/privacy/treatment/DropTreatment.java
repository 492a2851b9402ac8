package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;

/** Leaves the column out. */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class DropTreatment implements Treatment<DropTreatment.Options> {

  /** Its name. */
  public static final String NAME = "drop";

  /** Options: none. */
  public record Options() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Leaves the column out of the result.";
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
    return SynthesisRule.DROP;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    return (value, row) -> "";
  }
}
