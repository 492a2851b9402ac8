package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.options.Option;

/**
 * Stars for letters and digits, a few of them left.
 *
 * <p>Separators and length stay. A value with no more letters and digits than would be left is
 * masked as a whole.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class MaskTreatment implements Treatment<MaskTreatment.Options> {

  /** Which end is left. */
  public enum End {
    /** The last characters. */
    LAST,
    /** The first characters. */
    FIRST
  }

  /**
   * Options.
   *
   * @param keep how many letters and digits are left
   * @param end which of them
   * @param character that stands for the others
   */
  public record Options(
      @Option(value = "How many letters and digits are left.", defaultsTo = "4", min = 0, max = 64)
          int keep,
      @Option(value = "Which of them are left: last or first.", defaultsTo = "last") End end,
      @Option(value = "The character that stands for the others.", defaultsTo = "*")
          String character) {

    /** Checks the character. */
    public Options {
      if (character.length() != 1 || Character.isSurrogate(character.charAt(0))) {
        throw new InvalidOptionException("character", "expected one character");
      }
    }
  }

  @Override
  public String name() {
    return "mask";
  }

  @Override
  public String summary() {
    return "Covers all but a few letters and digits; format and length stay.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return options.keep() == 0 ? Protection.IRREVERSIBLE : Protection.PARTIAL;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.AFTERWARDS;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    return (value, row) -> masked(value, options);
  }

  private static String masked(String value, Options options) {
    char[] out = value.toCharArray();
    int covered = 0;
    for (char c : out) {
      covered += covers(c) ? 1 : 0;
    }
    int left = covered <= options.keep() ? 0 : options.keep();
    int seen = 0;
    for (int i = 0; i < out.length; i++) {
      if (covers(out[i])) {
        int place = options.end() == End.FIRST ? seen : covered - 1 - seen;
        seen++;
        if (place >= left) {
          out[i] = options.character().charAt(0);
        }
      }
    }
    return new String(out);
  }

  private static boolean covers(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
