package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.options.Option;

/** One text in the place of every value. */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class RedactTreatment implements Treatment<RedactTreatment.Options> {

  /**
   * Options.
   *
   * @param text what stands there instead
   */
  public record Options(
      @Option(value = "What stands there instead.", defaultsTo = "[redacted]") String text) {}

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public String summary() {
    return "Puts one fixed text in the place of every value.";
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
    return SynthesisRule.AFTERWARDS;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    return (value, row) -> options.text();
  }
}
