package dev.likeness.table.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A UTF-8 text that grows piece by piece up to a limit. */
final class ByteText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final int most;
  private byte[] bytes = new byte[256];
  private int length;

  ByteText(int most) {
    this.most = most;
  }

  void clear() {
    length = 0;
  }

  void add(byte[] piece, int count) {
    if (length + count > most) {
      throw UnreadableTableException.tooLarge("field", most, "bytes", "");
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    System.arraycopy(piece, 0, bytes, length, count);
    length += count;
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The bytes with what workbooks write as {@code _x000D_} in its own form. */
  byte[] unescaped() {
    for (int i = 0; i + 6 < length; i++) {
      if (bytes[i] == '_' && bytes[i + 1] == 'x' && bytes[i + 6] == '_') {
        return ESCAPED
            .matcher(text())
            .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))))
            .getBytes(StandardCharsets.UTF_8);
      }
    }
    return bytes();
  }

  private static String character(String hex) {
    char c = (char) Integer.parseInt(hex, 16);
    return c == 0 || Character.isSurrogate(c) ? "\uFFFD" : String.valueOf(c);
  }
}
