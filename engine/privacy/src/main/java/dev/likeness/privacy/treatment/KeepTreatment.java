package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.options.Option;

/** Leaves a column as it is; on direct identifiers only where somebody says that they know. */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class KeepTreatment implements Treatment<KeepTreatment.Options> {

  /** Its name. */
  public static final String NAME = "keep";

  /**
   * Options.
   *
   * @param acknowledged somebody knows that direct identifiers stay as they are
   */
  public record Options(
      @Option(
              value = "I know that this column names people and stays as it is.",
              defaultsTo = "false")
          boolean acknowledged) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Leaves the column as it is.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.CLEAR;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.MODEL;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    return (value, row) -> value;
  }
}
