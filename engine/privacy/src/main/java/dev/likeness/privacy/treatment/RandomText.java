package dev.likeness.privacy.treatment;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.cipher.TokenCipher;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Texts that look like what ciphers make, for rows that nothing was encrypted for. */
final class RandomText {

  private RandomText() {}

  static byte[] bytes(int count, CounterRandom random, long row) {
    ByteBuffer bytes = ByteBuffer.allocate(count + Long.BYTES);
    for (int i = 0; bytes.position() < count; i++) {
      bytes.putLong(random.bits(row, i));
    }
    return Arrays.copyOf(bytes.array(), count);
  }

  static String token(char kind, int count, CounterRandom random, long row) {
    return TokenCipher.token(kind, bytes(count, random, row));
  }
}
