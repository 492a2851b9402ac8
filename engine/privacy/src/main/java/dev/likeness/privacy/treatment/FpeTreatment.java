package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.privacy.cipher.FormatCipher;
import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.table.options.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Format-preserving encryption by FF1.
 *
 * <p>The tweak is the hash of tenant, dataset or project, column and key id. Values that were
 * obscured by {@code caesar-legacy} are read back first where the option says so: the way from
 * there to encryption.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class FpeTreatment implements Treatment<FpeTreatment.Options> {

  private static final int KEY_BYTES = 32;
  private static final int TWEAK_BYTES = 16;

  /**
   * Options.
   *
   * @param domain columns of one domain share their values
   * @param fromCaesarShift shift of a caesar-legacy column that is read back first; 0 for none
   */
  public record Options(
      @Option(
              value = "Columns with the same domain give equal values for equal ones; empty: own.",
              defaultsTo = "")
          String domain,
      @Option(
              value = "Shift of a caesar-legacy column that is read back first; 0: clear text.",
              defaultsTo = "0",
              min = 0,
              max = 25)
          int fromCaesarShift) {}

  @Override
  public String name() {
    return "fpe";
  }

  @Override
  public String summary() {
    return "Encrypts in the same format (FF1): digits stay digits, letters stay letters; reversible"
        + " with the key.";
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
    DataKey key = column.secret();
    TokenCipher tokens = column.tokens(domain);
    FormatCipher cipher =
        FormatCipher.of(key.subkey("fpe:" + domain, KEY_BYTES), tweak(key, domain), tokens);
    UnaryOperator<String> clear = text -> Caesar.shift(text, -options.fromCaesarShift());
    return new CellTreatment() {
      @Override
      public String treat(String value, Row row) {
        String plain = clear.apply(value);
        String encrypted = cipher.encrypt(plain);
        return column.isMissing(encrypted) ? tokens.encrypt(plain) : encrypted;
      }

      @Override
      public String reveal(String treated) {
        return cipher.decrypt(treated);
      }
    };
  }

  private static byte[] tweak(DataKey key, String domain) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.scope().associatedData(domain));
      digest.update(key.id().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(), TWEAK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not there", e);
    }
  }
}
