package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.options.Option;

/**
 * The shift cipher that some users know: obscures, does not encrypt. It has 25 keys and counts as
 * clear text everywhere.
 *
 * <p>It is off unless the configuration allows it and a privacy officer acknowledges it in the
 * request, and refused on direct identifiers unless that is overridden apart ({@link
 * dev.likeness.privacy.plan.Fences}). Nothing chooses it by default. The way out is {@code fpe}
 * with {@code from_caesar_shift}.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class CaesarLegacyTreatment implements Treatment<CaesarLegacyTreatment.Options> {

  /** Its name. */
  public static final String NAME = "caesar-legacy";

  /**
   * Options.
   *
   * @param shift letters to move
   * @param acknowledged somebody knows that this is no encryption
   * @param overrideDirectIdentifier somebody wants it on a direct identifier all the same
   */
  public record Options(
      @Option(value = "Letters to move along the alphabet.", defaultsTo = "3", min = 1, max = 25)
          int shift,
      @Option(
              value = "I know that this is not encryption and that anybody can undo it.",
              defaultsTo = "false")
          boolean acknowledged,
      @Option(value = "Use it on a direct identifier all the same.", defaultsTo = "false")
          boolean overrideDirectIdentifier) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "NOT encryption: moves letters along the alphabet; anybody can undo it; counts as clear"
        + " text.";
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
    return SynthesisRule.REFUSED;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    return new CellTreatment() {
      @Override
      public String treat(String value, Row row) {
        return Caesar.shift(value, options.shift());
      }

      @Override
      public String reveal(String treated) {
        return Caesar.shift(treated, -options.shift());
      }
    };
  }
}
