package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.privacy.cipher.UndecipherableException;
import dev.likeness.table.options.Option;
import java.util.Arrays;

/**
 * Tokens that hold nothing: {@code ~v} and 128 bits of a keyed hash. The value itself, encrypted,
 * goes into a vault, without which not even the key brings it back.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class TokenizeTreatment implements Treatment<TokenizeTreatment.Options> {

  private static final char KIND = 'v';
  private static final int BYTES = 16;

  /**
   * Options.
   *
   * @param domain columns of one domain share their tokens
   */
  public record Options(
      @Option(
              value =
                  "Columns with the same domain give equal tokens for equal values; empty: own.",
              defaultsTo = "")
          String domain) {}

  @Override
  public String name() {
    return "tokenize";
  }

  @Override
  public String summary() {
    return "Puts a token in its place and the value, encrypted, into a vault; reversible with both"
        + " vault and key.";
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
    KeyedHash hash = new KeyedHash(column.secret().subkey("tokenize:" + domain, 32));
    TokenCipher seal =
        TokenCipher.randomised(
            column.secret().randomised(), column.secret().scope().associatedData(domain));
    return new CellTreatment() {
      @Override
      public String treat(String value, Row row) {
        String token = TokenCipher.token(KIND, Arrays.copyOf(hash.of(value), BYTES));
        column.vault().keep(token, seal.encrypt(value));
        return token;
      }

      @Override
      public String reveal(String treated) {
        return column
            .vault()
            .find(treated)
            .map(seal::decrypt)
            .orElseThrow(() -> new UndecipherableException("a token that the vault lacks"));
      }
    };
  }

  @Override
  public String fresh(Options options, String made, CounterRandom random, long row) {
    return RandomText.token(KIND, BYTES, random, row);
  }
}
