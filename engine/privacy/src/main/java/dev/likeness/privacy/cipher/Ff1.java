package dev.likeness.privacy.cipher;

import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * FF1, the format-preserving mode of AES in NIST SP 800-38G: a permutation of all strings of {@code
 * n} symbols out of {@code radix}.
 *
 * <p>It leaks which values are equal and has no integrity; both are the price of the format.
 *
 * <p><b>Cost:</b> ten rounds of AES, 5 to 10 µs. <b>Thread-safe:</b> no.
 */
public final class Ff1 {

  /** Strings over fewer values can be guessed; SP 800-38G revision 1 forbids them. */
  public static final long SMALLEST_DOMAIN = 1_000_000;

  /** Symbols are bytes. */
  public static final int LARGEST_RADIX = 256;

  private final FPEFF1Engine forth = new FPEFF1Engine();
  private final FPEFF1Engine back = new FPEFF1Engine();
  private final int radix;

  private Ff1(byte[] key, int radix, byte[] tweak) {
    FPEParameters parameters = new FPEParameters(new KeyParameter(key), radix, tweak);
    forth.init(true, parameters);
    back.init(false, parameters);
    this.radix = radix;
  }

  /**
   * For a key and a tweak.
   *
   * @param key of 16, 24 or 32 bytes
   * @param radix number of symbols, 2 to {@value #LARGEST_RADIX}
   * @param tweak not secret; other tweaks give other permutations
   */
  public static Ff1 of(byte[] key, int radix, byte[] tweak) {
    if (radix < 2 || radix > LARGEST_RADIX) {
      throw new IllegalArgumentException("radix = " + radix + ", expected 2 to " + LARGEST_RADIX);
    }
    return new Ff1(key, radix, tweak);
  }

  /** Whether strings of so many symbols make a domain that is large enough. */
  public static boolean holds(int radix, int length) {
    return length >= 2 && length * Math.log(radix) >= Math.log(SMALLEST_DOMAIN) - 1e-9;
  }

  /**
   * The permuted string.
   *
   * @param symbols each below the radix, as unsigned bytes
   */
  public byte[] encrypt(byte[] symbols) {
    return process(forth, symbols);
  }

  /** What {@link #encrypt} was given. */
  public byte[] decrypt(byte[] symbols) {
    return process(back, symbols);
  }

  private byte[] process(FPEFF1Engine engine, byte[] symbols) {
    if (!holds(radix, symbols.length)) {
      throw new IllegalArgumentException(
          "length = " + symbols.length + ", expected at least 10^6 strings of that length");
    }
    byte[] out = new byte[symbols.length];
    engine.processBlock(symbols, 0, symbols.length, out, 0);
    return out;
  }
}
