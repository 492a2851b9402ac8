package dev.likeness.table.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** First bytes by which files that are no CSV give themselves away. */
final class Signatures {

  private record Signature(String hex, String what) {}

  private static final List<Signature> BINARY =
      List.of(
          new Signature("89504e47", "a PNG image"),
          new Signature("ffd8ff", "a JPEG image"),
          new Signature("47494638", "a GIF image"),
          new Signature("1f8b", "compressed with gzip"),
          new Signature("504b0304", "a ZIP archive or an Office document"),
          new Signature("25504446", "a PDF document"),
          new Signature("50415231", "a Parquet file"),
          new Signature("d0cf11e0", "an old Office document"),
          new Signature("377abcaf", "a 7-Zip archive"),
          new Signature("28b52ffd", "compressed with zstd"),
          new Signature("425a68", "compressed with bzip2"),
          new Signature("fd377a58", "compressed with xz"),
          new Signature("7f454c46", "a program"),
          new Signature("53514c69746520666f726d617420", "an SQLite database"));

  private Signatures() {}

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
    if (start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{\n")) {
      throw UnreadableTableException.notATable("is JSON");
    }
  }
}
