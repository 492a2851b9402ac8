package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.table.options.Option;
import java.nio.charset.StandardCharsets;

/** Encryption into tokens that carry their key's id: AES-SIV or AES-GCM. */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class EncryptTreatment implements Treatment<EncryptTreatment.Options> {

  private static final int SIV_BYTES = 5 + 16;
  private static final int GCM_BYTES = 5 + 12 + 16;

  /** Whether equal values stay equal. */
  public enum Mode {
    /** AES-SIV: equal values get equal tokens. */
    SIV,
    /** AES-GCM: every token is another. */
    GCM
  }

  /**
   * Options.
   *
   * @param mode of tokens
   * @param domain columns of one domain share their tokens
   */
  public record Options(
      @Option(
              value = "siv: equal values get equal tokens; gcm: every token is another.",
              defaultsTo = "siv")
          Mode mode,
      @Option(
              value =
                  "Columns with the same domain give equal tokens for equal values; empty: own.",
              defaultsTo = "")
          String domain) {}

  @Override
  public String name() {
    return "encrypt";
  }

  @Override
  public String summary() {
    return "Encrypts into a token that notices every change; reversible with the key.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.REVERSIBLE;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.FRESH;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    String domain = column.domain(options.domain());
    TokenCipher cipher =
        switch (options.mode()) {
          case SIV -> column.tokens(domain);
          case GCM ->
              TokenCipher.randomised(
                  column.secret().randomised(), column.secret().scope().associatedData(domain));
        };
    return new CellTreatment() {
      @Override
      public String treat(String value, Row row) {
        return cipher.encrypt(value);
      }

      @Override
      public String reveal(String treated) {
        return cipher.decrypt(treated);
      }
    };
  }

  @Override
  public String fresh(Options options, String made, CounterRandom random, long row) {
    int length = made.getBytes(StandardCharsets.UTF_8).length;
    return options.mode() == Mode.SIV
        ? RandomText.token('s', SIV_BYTES + length, random, row)
        : RandomText.token('g', GCM_BYTES + length, random, row);
  }
}
