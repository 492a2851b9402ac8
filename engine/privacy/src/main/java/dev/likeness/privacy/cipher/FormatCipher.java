package dev.likeness.privacy.cipher;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Encrypts text so that it keeps its format: each digit becomes a digit, each letter a letter of
 * its script and case, every other character stays where it is.
 *
 * <p>A value of digits and separators is one FF1 string of radix 10. In any other value the
 * characters that change are the digits of one number in mixed radix, 0 ≤ x &lt; N, with N the
 * product of the sizes of their classes. It is written in the smallest number of symbols n of a
 * radix r = ⌈N^(1/n)⌉ ≤ 256, encrypted by FF1, and encrypted again while the result is not below N
 * (cycle walking; r^n exceeds N by a few percent). So every format is permuted within itself.
 *
 * <p>What FF1 cannot hold becomes a token ({@link TokenCipher}), and comes back from it: a value
 * that is empty, of fewer than 10⁶ values in its format, of more than {@value #LONGEST} characters
 * that change, with a letter or digit outside of the alphabet, or that begins with the mark of
 * tokens. Nothing that keeps its format begins with that mark, so what begins with it is a token.
 *
 * <p>It leaks which values are equal, their format and their length, and has no integrity.
 *
 * <p><b>Cost:</b> 6 to 20 µs. <b>Thread-safe:</b> yes.
 */
public final class FormatCipher {

  /** Most characters that change. */
  public static final int LONGEST = 128;

  private static final int MOST_FORMATS = 4096;
  private static final BigInteger SMALLEST = BigInteger.valueOf(Ff1.SMALLEST_DOMAIN);

  private final byte[] key;
  private final byte[] tweak;
  private final TokenCipher fallback;
  private final ThreadLocal<Engines> engines = ThreadLocal.withInitial(Engines::new);

  private FormatCipher(byte[] key, byte[] tweak, TokenCipher fallback) {
    this.key = key.clone();
    this.tweak = tweak.clone();
    this.fallback = fallback;
  }

  /**
   * For a column.
   *
   * @param key of 16, 24 or 32 bytes
   * @param tweak what tells this column from others
   * @param fallback for what FF1 cannot hold; must be deterministic where equal values shall stay
   *     equal
   */
  public static FormatCipher of(byte[] key, byte[] tweak, TokenCipher fallback) {
    return new FormatCipher(key, tweak, fallback);
  }

  /** Whether FF1 holds a value; the others become tokens. */
  public static boolean holds(String value) {
    return Symbols.of(value).filter(Symbols::isLargeEnough).isPresent();
  }

  /** The value in its format, or a token. */
  public String encrypt(String value) {
    return Symbols.of(value)
        .filter(Symbols::isLargeEnough)
        .map(symbols -> symbols.written(engines.get().permute(symbols, true)))
        .orElseGet(() -> fallback.encrypt(value));
  }

  /**
   * What {@link #encrypt} was given.
   *
   * @throws UndecipherableException when it is a token of another key or column, or none at all
   */
  public String decrypt(String text) {
    if (TokenCipher.isToken(text)) {
      return fallback.decrypt(text);
    }
    Symbols symbols =
        Symbols.of(text)
            .filter(Symbols::isLargeEnough)
            .orElseThrow(() -> new UndecipherableException("not a value that FF1 gives"));
    return symbols.written(engines.get().permute(symbols, false));
  }

  /** How the numbers below N are written for FF1. */
  private record Writing(int radix, int length) {

    static Writing of(BigInteger domain) {
      int length = Math.max(2, (domain.subtract(BigInteger.ONE).bitLength() + 7) / 8);
      return new Writing(root(domain, length), length);
    }

    /** The smallest r with r^n ≥ N. */
    private static int root(BigInteger domain, int length) {
      int low = 2;
      int high = Ff1.LARGEST_RADIX;
      while (low < high) {
        int middle = (low + high) / 2;
        if (BigInteger.valueOf(middle).pow(length).compareTo(domain) >= 0) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    byte[] write(BigInteger number) {
      byte[] symbols = new byte[length];
      BigInteger base = BigInteger.valueOf(radix);
      BigInteger rest = number;
      for (int i = length - 1; i >= 0; i--) {
        BigInteger[] parts = rest.divideAndRemainder(base);
        symbols[i] = parts[1].byteValue();
        rest = parts[0];
      }
      return symbols;
    }

    BigInteger read(byte[] symbols) {
      BigInteger base = BigInteger.valueOf(radix);
      BigInteger number = BigInteger.ZERO;
      for (byte symbol : symbols) {
        number = number.multiply(base).add(BigInteger.valueOf(symbol & 0xff));
      }
      return number;
    }
  }

  /** What one thread needs. */
  private final class Engines {

    private final Map<Integer, Ff1> byRadix = new HashMap<>();
    private final Map<BigInteger, Writing> writings = new HashMap<>();

    int[] permute(Symbols symbols, boolean forth) {
      return symbols.isDecimal() ? decimal(symbols, forth) : mixed(symbols, forth);
    }

    private int[] decimal(Symbols symbols, boolean forth) {
      byte[] permuted = run(engine(10), symbols.places(), forth);
      int[] places = new int[permuted.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = permuted[i];
      }
      return places;
    }

    private int[] mixed(Symbols symbols, boolean forth) {
      BigInteger domain = symbols.domain();
      if (writings.size() > MOST_FORMATS) {
        writings.clear();
      }
      Writing writing = writings.computeIfAbsent(domain, Writing::of);
      Ff1 engine = engine(writing.radix());
      BigInteger number = symbols.number();
      do {
        number = writing.read(run(engine, writing.write(number), forth));
      } while (number.compareTo(domain) >= 0);
      return symbols.placesOf(number);
    }

    private Ff1 engine(int radix) {
      return byRadix.computeIfAbsent(radix, r -> Ff1.of(key, r, tweak));
    }

    private static byte[] run(Ff1 engine, byte[] symbols, boolean forth) {
      return forth ? engine.encrypt(symbols) : engine.decrypt(symbols);
    }
  }

  /** A value taken apart into characters that change and characters that stay. */
  private record Symbols(String text, int[] classes, int count) {

    static java.util.Optional<Symbols> of(String value) {
      if (value.isEmpty() || TokenCipher.isToken(value)) {
        return java.util.Optional.empty();
      }
      int[] classes = new int[value.length()];
      int count = 0;
      for (int i = 0; i < classes.length; i++) {
        classes[i] = Alphabet.classOf(value.charAt(i));
        if (classes[i] == Alphabet.OUTSIDE) {
          return java.util.Optional.empty();
        }
        count += classes[i] == Alphabet.IN_PLACE ? 0 : 1;
      }
      return count > LONGEST
          ? java.util.Optional.empty()
          : java.util.Optional.of(new Symbols(value, classes, count));
    }

    boolean isLargeEnough() {
      return count >= 2 && (isDecimal() ? Ff1.holds(10, count) : domain().compareTo(SMALLEST) >= 0);
    }

    boolean isDecimal() {
      for (int c : classes) {
        if (c > Alphabet.DIGITS) {
          return false;
        }
      }
      return true;
    }

    BigInteger domain() {
      BigInteger domain = BigInteger.ONE;
      long part = 1;
      for (int c : classes) {
        if (c != Alphabet.IN_PLACE) {
          part *= Alphabet.size(c);
          if (part > Integer.MAX_VALUE) {
            domain = domain.multiply(BigInteger.valueOf(part));
            part = 1;
          }
        }
      }
      return domain.multiply(BigInteger.valueOf(part));
    }

    byte[] places() {
      byte[] places = new byte[count];
      int at = 0;
      for (int i = 0; i < classes.length; i++) {
        if (classes[i] != Alphabet.IN_PLACE) {
          places[at++] = (byte) Alphabet.placeOf(text.charAt(i));
        }
      }
      return places;
    }

    /** The number in mixed radix, gathered in parts that fit into a long. */
    BigInteger number() {
      BigInteger number = BigInteger.ZERO;
      long part = 0;
      long size = 1;
      for (int i = 0; i < classes.length; i++) {
        if (classes[i] != Alphabet.IN_PLACE) {
          int radix = Alphabet.size(classes[i]);
          part = part * radix + Alphabet.placeOf(text.charAt(i));
          size *= radix;
          if (size > Integer.MAX_VALUE) {
            number = number.multiply(BigInteger.valueOf(size)).add(BigInteger.valueOf(part));
            part = 0;
            size = 1;
          }
        }
      }
      return number.multiply(BigInteger.valueOf(size)).add(BigInteger.valueOf(part));
    }

    /** The digits of a number in the mixed radix of this value. */
    int[] placesOf(BigInteger number) {
      int[] places = new int[count];
      BigInteger rest = number;
      int at = count;
      int last = classes.length;
      while (last > 0) {
        int first = last;
        long size = 1;
        while (first > 0 && size <= Integer.MAX_VALUE) {
          first--;
          size *= classes[first] == Alphabet.IN_PLACE ? 1 : Alphabet.size(classes[first]);
        }
        BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(size));
        rest = parts[0];
        long part = parts[1].longValue();
        for (int i = last - 1; i >= first; i--) {
          if (classes[i] != Alphabet.IN_PLACE) {
            int radix = Alphabet.size(classes[i]);
            places[--at] = (int) (part % radix);
            part /= radix;
          }
        }
        last = first;
      }
      return places;
    }

    String written(int[] places) {
      char[] out = text.toCharArray();
      int at = 0;
      for (int i = 0; i < out.length; i++) {
        if (classes[i] != Alphabet.IN_PLACE) {
          out[i] = Alphabet.at(classes[i], places[at++]);
        }
      }
      return new String(out);
    }
  }
}
