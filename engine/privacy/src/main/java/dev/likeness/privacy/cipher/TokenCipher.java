package dev.likeness.privacy.cipher;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Turns text into tokens: {@value #MARK}, a letter for the kind, and the ciphertext in URL-safe
 * base 64. The ciphertext begins with Tink's prefix, which names the key; tenant, dataset or
 * project and column are associated data, so a token cannot be moved to another column unnoticed.
 *
 * <p>Deterministic tokens (AES-SIV, {@code ~s…}) of equal values are equal; randomised ones
 * (AES-GCM, {@code ~g…}) hide that as well. Both notice every change.
 *
 * <p><b>Cost:</b> about 1 µs. <b>Thread-safe:</b> yes.
 */
public abstract sealed class TokenCipher {

  /** What tokens begin with. */
  public static final char MARK = '~';

  private final char kind;

  private TokenCipher(char kind) {
    this.kind = kind;
  }

  /** Equal values get equal tokens. */
  public static TokenCipher deterministic(DeterministicAead cipher, byte[] associatedData) {
    return new Deterministic(cipher, associatedData);
  }

  /** Every token is another. */
  public static TokenCipher randomised(Aead cipher, byte[] associatedData) {
    return new Randomised(cipher, associatedData);
  }

  /** Whether a text begins as tokens do. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  /** A token of a kind around bytes. */
  public static String token(char kind, byte[] bytes) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new StringBuilder(text.length() + 2).append(MARK).append(kind).append(text).toString();
  }

  /** The token of a text. */
  public final String encrypt(String value) {
    try {
      return token(kind, seal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value cannot be encrypted", e);
    }
  }

  /**
   * The text of a token.
   *
   * @throws UndecipherableException when the token is of another key or column, changed, or none
   */
  public final String decrypt(String token) {
    if (!isToken(token) || token.length() < 2 || token.charAt(1) != kind) {
      throw new UndecipherableException("no token of this kind");
    }
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(token.substring(2));
      if (!token(kind, sealed).equals(token)) {
        throw new UndecipherableException("a changed token");
      }
      return new String(open(sealed), StandardCharsets.UTF_8);
    } catch (UndecipherableException e) {
      throw e;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UndecipherableException("a token of another key or column, or a changed one");
    }
  }

  abstract byte[] seal(byte[] plain) throws GeneralSecurityException;

  abstract byte[] open(byte[] sealed) throws GeneralSecurityException;

  private static final class Deterministic extends TokenCipher {

    private final DeterministicAead cipher;
    private final byte[] associatedData;

    Deterministic(DeterministicAead cipher, byte[] associatedData) {
      super('s');
      this.cipher = cipher;
      this.associatedData = associatedData.clone();
    }

    @Override
    byte[] seal(byte[] plain) throws GeneralSecurityException {
      return cipher.encryptDeterministically(plain, associatedData);
    }

    @Override
    byte[] open(byte[] sealed) throws GeneralSecurityException {
      return cipher.decryptDeterministically(sealed, associatedData);
    }
  }

  private static final class Randomised extends TokenCipher {

    private final Aead cipher;
    private final byte[] associatedData;

    Randomised(Aead cipher, byte[] associatedData) {
      super('g');
      this.cipher = cipher;
      this.associatedData = associatedData.clone();
    }

    @Override
    byte[] seal(byte[] plain) throws GeneralSecurityException {
      return cipher.encrypt(plain, associatedData);
    }

    @Override
    byte[] open(byte[] sealed) throws GeneralSecurityException {
      return cipher.decrypt(sealed, associatedData);
    }
  }
}
