package dev.likeness.table.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** First bytes by which files that are no CSV give themselves away. */
final class Signatures {

  private record Signature(String hex, String what) {}

  private static final List<Signature> BINARY =
      List.of(
          new Signature("89504e47", "a PNG image"),
          new Signature("ffd8ff", "a JPEG image"),
          new Signature("47494638", "a GIF image"),
          new Signature("504b0506", "a ZIP archive without any file"),
          new Signature("504b", "part of a ZIP archive"),
          new Signature("25504446", "a PDF document"),
          new Signature("50415245", "a Parquet file with encryption"),
          new Signature("d0cf11e0", "an Office document of the old kind or with a password"),
          new Signature("377abcaf", "a 7-Zip archive"),
          new Signature("28b52ffd", "compressed with zstd"),
          new Signature("425a68", "compressed with bzip2"),
          new Signature("fd377a58", "compressed with xz"),
          new Signature("7f454c46", "a program"),
          new Signature("53514c69746520666f726d617420", "an SQLite database"));

  private static final Pattern JSON_MARKS = Pattern.compile("^\\uFEFF");
  private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[{\\]]");

  private Signatures() {}

  static boolean gzip(byte[] head) {
    return starts(head, 0x1F, 0x8B);
  }

  static boolean zip(byte[] head) {
    return starts(head, 'P', 'K', 3, 4);
  }

  static boolean parquet(byte[] head) {
    return starts(head, 'P', 'A', 'R', '1');
  }

  private static boolean starts(byte[] head, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text begins as JSON objects do, alone or in an array. */
  static boolean json(byte[] head) {
    String start = JSON_MARKS.matcher(text(head)).replaceFirst("").stripLeading();
    return JSON.matcher(start).lookingAt();
  }

  /** The beginning of a file as text, in whatever Unicode it is. */
  private static String text(byte[] head) {
    if (starts(head, 0xFF, 0xFE) || (head.length > 1 && head[0] != 0 && head[1] == 0)) {
      return new String(head, StandardCharsets.UTF_16LE);
    }
    return starts(head, 0xFE, 0xFF) || (head.length > 1 && head[0] == 0)
        ? new String(head, StandardCharsets.UTF_16BE)
        : new String(head, StandardCharsets.UTF_8);
  }

  static void refuseBinary(byte[] head) {
    String hex = java.util.HexFormat.of().formatHex(head, 0, Math.min(16, head.length));
    for (Signature signature : BINARY) {
      if (hex.startsWith(signature.hex)) {
        throw UnreadableTableException.binary(signature.what);
      }
    }
  }

  static void refuseOtherText(byte[] utf8) {
    String start =
        new String(utf8, 0, Math.min(512, utf8.length), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      throw UnreadableTableException.notATable("is a web page or XML");
    }
  }
}
