package dev.likeness.table.testing;

import java.util.List;
import java.util.SplittableRandom;

/** Parquet files with broken footers and pages. */
final class HostileParquet {

  private static final int FLIPS = 40;

  private HostileParquet() {}

  static List<HostileFile> all(byte[] whole) {
    Cases cases = new Cases("parquet");
    for (int part = 0; part < 8; part++) {
      int length = 4 + (whole.length - 4) * part / 8;
      cases
          .add("cut-" + part, () -> Cases.cut(whole, length))
          .add(
              "cut-with-end-" + part,
              () -> Cases.join(Cases.cut(whole, length), Cases.utf8("PAR1")));
    }
    cases
        .text("magic", "PAR1")
        .text("magic-twice", "PAR1PAR1")
        .add("no-first-magic", () -> Cases.with(whole, 0, 'X'))
        .add("no-last-magic", () -> Cases.with(whole, -4, 'X'))
        .add(
            "encrypted",
            () -> Cases.with(Cases.with(whole, 0, 'P', 'A', 'R', 'E'), -4, 'P', 'A', 'R', 'E'))
        .add("footer-of-nothing", () -> Cases.with(whole, -8, 0, 0, 0, 0))
        .add("footer-of-one-byte", () -> Cases.with(whole, -8, 1, 0, 0, 0))
        .add("footer-longer-than-the-file", () -> Cases.with(whole, -8, 0xFF, 0xFF, 0xFF, 0x7F))
        .add("footer-of-negative-length", () -> Cases.with(whole, -8, 0xFF, 0xFF, 0xFF, 0xFF))
        .add("footer-of-the-whole-file", () -> lengthOf(whole, whole.length - 8))
        .add(
            "footer-of-noise",
            () ->
                Cases.join(
                    Cases.utf8("PAR1"),
                    Mutations.noise(6, 4_000),
                    Cases.bytes(0xA0, 0x0F, 0, 0),
                    Cases.utf8("PAR1")))
        .add("noise-behind", () -> Cases.join(whole, Mutations.noise(7, 500)))
        .add("twice", () -> Cases.join(whole, whole));
    flips(cases, whole);
    return cases.list();
  }

  private static byte[] lengthOf(byte[] whole, int length) {
    return Cases.with(whole, -8, length, length >> 8, length >> 16, length >> 24);
  }

  /** One byte changed, in the footer and in the pages by turns. */
  private static void flips(Cases cases, byte[] whole) {
    int at = whole.length - 8;
    int footer = (whole[at] & 0xFF) | (whole[at + 1] & 0xFF) << 8 | (whole[at + 2] & 0xFF) << 16;
    int begin = Math.max(4, at - footer);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < FLIPS; i++) {
      int place = i % 2 == 0 ? random.nextInt(begin, at) : random.nextInt(4, begin);
      int value = random.nextInt(256);
      cases.add(
          (i % 2 == 0 ? "flip-in-footer-" : "flip-in-pages-") + i,
          () -> Cases.with(whole, place, value));
    }
  }
}
