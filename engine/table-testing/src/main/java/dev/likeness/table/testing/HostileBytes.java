package dev.likeness.table.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes that are hardly text: encodings that are broken or mixed, and files of other kinds. */
final class HostileBytes {

  private static final String TABLE = "a,b\n1,x\u00e4\n2,y\u00f6\n3,z\u00fc\n";

  private HostileBytes() {}

  static List<HostileFile> all() {
    Cases cases = new Cases("bytes");
    cases.add("empty", () -> new byte[0]);
    for (int value : new int[] {0, 1, 9, 10, 13, 32, 34, 44, 48, 127, 128, 0xC3, 0xFE, 0xFF}) {
      cases.add("one-byte-" + value, () -> Cases.bytes(value));
    }
    nul(cases);
    utf8(cases);
    utf16(cases);
    mixed(cases);
    foreign(cases);
    return cases.list();
  }

  private static void nul(Cases cases) {
    byte[] table = Cases.utf8(TABLE);
    cases
        .add("nul-first", () -> Cases.join(Cases.bytes(0), table))
        .add("nul-last", () -> Cases.join(table, Cases.bytes(0)))
        .add("nul-in-a-cell", () -> Cases.with(table, 6, 0))
        .add("nul-in-the-header", () -> Cases.with(table, 0, 0))
        .add("nul-every-second", () -> spread(table))
        .add("nul-page", () -> Cases.filled(4_096, 0))
        .add("nul-megabytes", () -> Cases.filled(5 << 20, 0))
        .add("nul-behind-text", () -> Cases.join(table, Cases.filled(1 << 20, 0)))
        .add("all-bytes", HostileBytes::everyByte);
  }

  private static byte[] spread(byte[] bytes) {
    byte[] spread = new byte[bytes.length * 2];
    for (int i = 0; i < bytes.length; i++) {
      spread[i * 2 + 1] = bytes[i];
    }
    return spread;
  }

  private static byte[] everyByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return all;
  }

  private static void utf8(Cases cases) {
    int[][] broken = {
      {0xC0, 0xAF},
      {0xE0, 0x80, 0xAF},
      {0xF0, 0x80, 0x80, 0xAF},
      {0xF8, 0x88, 0x80, 0x80, 0x80},
      {0xFC, 0x84, 0x80, 0x80, 0x80, 0x80},
      {0xED, 0xA0, 0x80},
      {0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80},
      {0xF4, 0x90, 0x80, 0x80},
      {0x80},
      {0xBF, 0xBF},
      {0xC3},
      {0xE2, 0x82},
      {0xF0, 0x9F, 0x98},
      {0xEF, 0xBF, 0xBE},
      {0xFE, 0xFE, 0xFF, 0xFF}
    };
    for (int i = 0; i < broken.length; i++) {
      byte[] sequence = Cases.bytes(broken[i]);
      cases
          .add("broken-utf8-" + i, () -> around("a,b\n1,\u00e4", sequence, "\n2,\u00f6\n"))
          .add("broken-utf8-at-end-" + i, () -> around("a,b\n1,\u00e4\n2,", sequence, ""));
    }
    cases
        .add("byte-order-mark-only", () -> Cases.bytes(0xEF, 0xBB, 0xBF))
        .add("byte-order-mark-twice", () -> Cases.utf8("\ufeff\ufeff" + TABLE))
        .add("byte-order-mark-inside", () -> Cases.utf8(TABLE + "\ufeff" + TABLE))
        .add("half-a-byte-order-mark", () -> around("", Cases.bytes(0xEF, 0xBB), TABLE))
        .add("combining-marks", () -> Cases.utf8("a,b\n1,e" + "\u0301".repeat(100_000) + "\n"))
        .add("private-use", () -> Cases.utf8("a,b\n" + "\ue000,\udbff\udfff\n".repeat(50)));
  }

  private static byte[] around(String before, byte[] bytes, String after) {
    return Cases.join(Cases.utf8(before), bytes, Cases.utf8(after));
  }

  private static void utf16(Cases cases) {
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      Charset charset = Charset.forName(name);
      byte[] marked = ("\ufeff" + TABLE).getBytes(charset);
      byte[] bare = TABLE.repeat(30).getBytes(charset);
      cases
          .add(name + "-mark-only", () -> "\ufeff".getBytes(charset))
          .add(name + "-without-mark", () -> bare)
          .add(name + "-odd-length", () -> Cases.cut(marked, marked.length - 1))
          .add(name + "-mark-before-ascii", () -> around("", Cases.cut(marked, 2), TABLE))
          .add(name + "-broken-in-the-middle", () -> Cases.join(marked, Cases.bytes(10), marked));
    }
    byte[] surrogates = "\ufeffa,b\n1,x\n".getBytes(StandardCharsets.UTF_16LE);
    cases.add("lone-surrogate", () -> Cases.with(surrogates, surrogates.length - 4, 0x00, 0xD8));
  }

  private static void mixed(Cases cases) {
    byte[] utf8 = Cases.utf8(TABLE);
    for (String other :
        List.of("windows-1252", "UTF-16LE", "x-MacRoman", "Shift_JIS", "GB18030", "IBM037")) {
      byte[] second = TABLE.repeat(5).getBytes(Charset.forName(other));
      cases
          .add("utf8-then-" + other, () -> Cases.join(utf8, second))
          .add(other + "-then-utf8", () -> Cases.join(second, utf8));
    }
    cases.add(
        "escape-sequences", () -> Cases.bytes(0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42));
  }

  private static void foreign(Cases cases) {
    int[][] signatures = {
      {0x89, 'P', 'N', 'G', 13, 10, 26, 10},
      {0xFF, 0xD8, 0xFF, 0xE0},
      {'%', 'P', 'D', 'F', '-', '1', '.', '7', 10},
      {0x7F, 'E', 'L', 'F'},
      {'M', 'Z', 0x90, 0},
      {0xCA, 0xFE, 0xBA, 0xBE},
      {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1},
      {'7', 'z', 0xBC, 0xAF, 0x27, 0x1C},
      {0xFD, '7', 'z', 'X', 'Z', 0},
      {'B', 'Z', 'h', '9'},
      {0x28, 0xB5, 0x2F, 0xFD},
      {'R', 'a', 'r', '!', 0x1A, 7},
      {'O', 'b', 'j', 1},
      {'O', 'R', 'C'},
      {'A', 'R', 'R', 'O', 'W', '1', 0, 0},
      {0x80, 4, 0x95},
      {0xAC, 0xED, 0, 5},
      {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0},
      {0x04, 0x22, 0x4D, 0x18}
    };
    for (int i = 0; i < signatures.length; i++) {
      byte[] signature = Cases.bytes(signatures[i]);
      long seed = i;
      cases
          .add("signature-" + i, () -> signature)
          .add(
              "signature-with-noise-" + i,
              () -> Cases.join(signature, Mutations.noise(seed, 20_000)));
    }
    for (int size : new int[] {10, 1_000, 100_000, 3_000_000}) {
      cases.add("noise-" + size, () -> Mutations.noise(size, size));
    }
    cases.add(
        "tar", () -> Cases.join(Cases.utf8("t.csv"), Cases.filled(507, 0), Cases.utf8(TABLE)));
  }
}
