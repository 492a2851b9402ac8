package dev.likeness.benchmarks;

import dev.likeness.privacy.cipher.FormatCipher;
import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * How many values one thread encrypts per second of its own processor time, which a busy machine
 * hardly changes; {@link TreatmentBenchmark} measures by the clock.
 */
public final class CipherRun {

  private static final int VALUES = 20_000;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 1_500_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CipherRun() {}

  /** Prints the median of five rounds for each kind of value. */
  public static void main(String[] arguments) {
    DataKey key = DataKey.generate(KeyScope.dataset("default", "run"));
    TokenCipher tokens =
        TokenCipher.deterministic(key.deterministic(), key.scope().associatedData("c"));
    FormatCipher formats = FormatCipher.of(key.subkey("fpe", 32), new byte[16], tokens);
    IntFunction<String> mail = i -> "given" + i + ".family@company.com";
    tell("AES-SIV tokens of e-mail addresses", mail, tokens::encrypt);
    tell("FF1, ten digits", i -> "" + (4_000_000_000L + i * 7919L), formats::encrypt);
    tell("FF1, phone numbers", i -> "+49 30 " + (1_000_000 + i * 331), formats::encrypt);
    tell("FF1, e-mail addresses", mail, formats::encrypt);
  }

  private static void tell(String what, IntFunction<String> value, UnaryOperator<String> cipher) {
    String[] values = new String[VALUES];
    Arrays.setAll(values, value);
    double[] speeds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double speed = round(values, cipher);
      if (round >= 0) {
        speeds[round] = speed;
      }
    }
    Arrays.sort(speeds);
    System.out.printf(
        Locale.ROOT, "%s: %,.0f per second of one thread%n", what, speeds[ROUNDS / 2]);
  }

  private static double round(String[] values, UnaryOperator<String> cipher) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long used = 0;
    long done = 0;
    long length = 0;
    while (used < ROUND_NANOS) {
      for (String value : values) {
        length += cipher.apply(value).length();
      }
      done += values.length;
      used = THREADS.getCurrentThreadCpuTime() - begin;
    }
    if (length == 0) {
      throw new IllegalStateException("nothing was encrypted");
    }
    return done * 1e9 / used;
  }
}
