package dev.likeness.privacy.fake;

import dev.likeness.numerics.CounterRandom;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the randomness of made-up values comes from.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public abstract sealed class DrawSource {

  private DrawSource() {}

  /**
   * Draws that follow from a secret key and the original value: the same value, the same draws, in
   * every row and every table under this key.
   *
   * @param key at least 16 bytes
   */
  public static DrawSource keyed(byte[] key) {
    return new Keyed(key, 0);
  }

  /**
   * Draws of a new person or thing; originals play no part.
   *
   * @param random of the job
   * @param serial number of the person or thing, from 0
   */
  public static DrawSource fresh(CounterRandom random, long serial) {
    return new Fresh(random, serial);
  }

  /**
   * The draws for one part of a value.
   *
   * @param label what is drawn, such as {@code "given"}
   * @param original what it stands for
   */
  abstract Draw draw(String label, String original);

  /** Other draws, for when the first ones made the original again. */
  abstract DrawSource again();

  /** Whether there is no original. */
  abstract boolean isFresh();

  private static final class Keyed extends DrawSource {

    private final byte[] key;
    private final int attempt;
    private final ThreadLocal<Mac> macs;

    Keyed(byte[] key, int attempt) {
      this.key = key.clone();
      this.attempt = attempt;
      this.macs = ThreadLocal.withInitial(this::mac);
    }

    private Mac mac() {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HMAC-SHA-256 is not there", e);
      }
    }

    @Override
    Draw draw(String label, String original) {
      Mac mac = macs.get();
      mac.update(label.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) attempt);
      byte[] hash = mac.doFinal(original.getBytes(StandardCharsets.UTF_8));
      return Draw.of(ByteBuffer.wrap(hash).getLong());
    }

    @Override
    DrawSource again() {
      return new Keyed(key, attempt + 1);
    }

    @Override
    boolean isFresh() {
      return false;
    }
  }

  private static final class Fresh extends DrawSource {

    private final CounterRandom random;
    private final long serial;

    Fresh(CounterRandom random, long serial) {
      this.random = random;
      this.serial = serial;
    }

    @Override
    Draw draw(String label, String original) {
      return Draw.of(random.derive(label), serial);
    }

    @Override
    DrawSource again() {
      return this;
    }

    @Override
    boolean isFresh() {
      return true;
    }
  }
}
