package dev.likeness.table.testing;

import java.util.ArrayList;
import java.util.List;

/** Archives that lie, grow, nest or break off. */
final class HostileArchives {

  private static final byte[] TABLE = Cases.utf8("a,b\n1,x\n2,y\n");
  private static final int[] LOCAL = {'P', 'K', 3, 4};
  private static final int[] CENTRAL = {'P', 'K', 1, 2};
  private static final int[] END = {'P', 'K', 5, 6};

  private HostileArchives() {}

  static List<HostileFile> all() {
    Cases cases = new Cases("archive");
    gzip(cases);
    names(cases);
    bombs(cases);
    lies(cases);
    return cases.list();
  }

  private static void gzip(Cases cases) {
    byte[] whole = Cases.gzip(Cases.utf8("a,b\n" + "1,x\n".repeat(5_000)));
    for (int part = 0; part < 10; part++) {
      int length = 2 + whole.length * part / 10;
      cases.add("gzip-cut-" + part, () -> Cases.cut(whole, length));
    }
    cases
        .add("gzip-bad-checksum", () -> Cases.with(whole, -8, 1, 2, 3, 4))
        .add("gzip-bad-length", () -> Cases.with(whole, -4, 0xFF, 0xFF, 0xFF, 0x7F))
        .add("gzip-other-method", () -> Cases.with(whole, 2, 7))
        .add("gzip-reserved-flags", () -> Cases.with(whole, 3, 0xE0))
        .add(
            "gzip-endless-name",
            () -> Cases.join(Cases.with(Cases.cut(whole, 10), 3, 8), Cases.filled(1 << 20, 'n')))
        .add(
            "gzip-endless-extra",
            () -> Cases.join(Cases.with(Cases.cut(whole, 10), 3, 4), Cases.filled(90, 0xFF)))
        .add(
            "gzip-two-members",
            () -> Cases.join(Cases.gzip(TABLE), Cases.gzip(Cases.utf8("3,z\n"))))
        .add("gzip-noise-behind", () -> Cases.join(Cases.gzip(TABLE), Mutations.noise(1, 100)))
        .add("gzip-of-nothing", () -> Cases.gzip(new byte[0]))
        .add("gzip-in-gzip", () -> Cases.gzip(Cases.gzip(TABLE)))
        .add("gzip-of-zip", () -> Cases.gzip(Cases.zip("t.csv", TABLE)))
        .add("gzip-of-image", () -> Cases.gzip(Cases.bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0)))
        .add("gzip-bomb", () -> Cases.gzip(Cases.filled(60 << 20, ',')))
        .add("gzip-bomb-of-rows", () -> Cases.gzip(Cases.utf8("1,2\n".repeat(4 << 20))))
        .add("gzip-bomb-in-a-bomb", () -> Cases.gzip(Cases.gzip(Cases.filled(60 << 20, 0))));
  }

  private static void names(Cases cases) {
    for (String name :
        List.of(
            "../../etc/passwd.csv",
            "/etc/passwd.csv",
            "C:\\windows\\t.csv",
            "..\\..\\t.csv",
            "a\r\nSet-Cookie: x.csv",
            "a\u0000b.csv",
            "<script>.csv",
            "\u202evsc.csv",
            ".csv",
            "..",
            "./t.csv",
            "n".repeat(60_000) + ".csv",
            "dir/",
            "con.csv",
            "%2e%2e%2ft.csv",
            "\ud83d\ude00.csv")) {
      cases.add("zip-name-" + cases.list().size(), () -> Cases.zip(name, TABLE));
    }
    cases
        .add(
            "zip-many-bad-names",
            () -> Cases.zip("../a.csv", TABLE, "/b.csv", TABLE, "c\n.csv", TABLE))
        .add("zip-same-name-twice", HostileArchives::sameNameTwice)
        .add("zip-hidden-only", () -> Cases.zip("__MACOSX/._t.csv", TABLE, ".DS_Store", "x"));
  }

  private static byte[] sameNameTwice() {
    byte[] two = Cases.zip("a.csv", TABLE, "b.csv", TABLE);
    for (int i = 0; i + 5 <= two.length; i++) {
      if (two[i] == 'b' && two[i + 1] == '.' && two[i + 2] == 'c') {
        two[i] = 'a';
      }
    }
    return two;
  }

  private static void bombs(Cases cases) {
    cases
        .add("zip-of-nothing", () -> Cases.join(Cases.bytes(END), Cases.filled(18, 0)))
        .add("zip-of-an-empty-file", () -> Cases.zip("t.csv", ""))
        .add("zip-bomb", () -> Cases.zip("t.csv", Cases.filled(60 << 20, ',')))
        .add("zip-in-zip", () -> Cases.zip("t.csv", Cases.zip("t.csv", TABLE)))
        .add("zip-in-zip-by-name", () -> Cases.zip("t.zip", Cases.zip("t.csv", TABLE)))
        .add("zip-in-zip-in-zip", () -> Cases.zip("a", Cases.zip("b", Cases.zip("c", TABLE))))
        .add("zip-1000-entries", () -> entries(1_000))
        .add("zip-70000-entries", () -> entries(70_000))
        .add("zip-100-tables", () -> entries(100))
        .add("zip-of-images", () -> Cases.zip("a.png", Mutations.noise(3, 500), "b.png", "x"))
        .add("zip-overlapping", HostileArchives::overlapping);
  }

  private static byte[] entries(int count) {
    List<Object> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add("t" + i + ".csv");
      entries.add(TABLE);
    }
    return Cases.zip(entries.toArray());
  }

  /** Two entries of the directory that stand for the same bytes. */
  private static byte[] overlapping() {
    byte[] two = Cases.zip("a.csv", TABLE, "b.csv", TABLE);
    int second = Cases.last(two, CENTRAL);
    return Cases.with(two, second + 42, 0, 0, 0, 0);
  }

  private static void lies(Cases cases) {
    byte[] zip = Cases.stored("t.csv", TABLE);
    int central = Cases.last(zip, CENTRAL);
    int end = Cases.last(zip, END);
    for (int part = 1; part < 8; part++) {
      int length = zip.length * part / 8;
      cases.add("zip-cut-" + part, () -> Cases.cut(zip, length));
    }
    int[] most = {0xFF, 0xFF, 0xFF, 0xFF};
    cases
        .add("zip-encrypted", () -> Cases.with(Cases.with(zip, 6, 1), central + 8, 1))
        .add("zip-unknown-method", () -> Cases.with(Cases.with(zip, 8, 99), central + 10, 99))
        .add("zip-method-differs", () -> Cases.with(zip, central + 10, 8))
        .add("zip-bad-checksum", () -> Cases.with(zip, central + 16, 1, 2, 3, 4))
        .add("zip-packed-size-lies", () -> Cases.with(zip, central + 20, 0, 0, 0, 0x7F))
        .add("zip-unpacked-size-lies", () -> Cases.with(zip, central + 24, 1, 0, 0, 0))
        .add(
            "zip-sizes-of-zip64",
            () -> Cases.with(Cases.with(zip, central + 20, most), central + 24, most))
        .add("zip-offset-lies", () -> Cases.with(zip, central + 42, 0xFF, 0xFF, 0xFF, 0x7F))
        .add("zip-name-length-lies", () -> Cases.with(zip, central + 28, 0xFF, 0xFF))
        .add("zip-extra-length-lies", () -> Cases.with(zip, central + 30, 0xFF, 0xFF))
        .add("zip-comment-length-lies", () -> Cases.with(zip, end + 20, 0xFF, 0xFF))
        .add("zip-directory-size-lies", () -> Cases.with(zip, end + 12, most))
        .add("zip-directory-offset-lies", () -> Cases.with(zip, end + 16, most))
        .add("zip-count-lies", () -> Cases.with(zip, end + 8, 0xFF, 0xFF, 0xFF, 0xFF))
        .add("zip-count-of-none", () -> Cases.with(zip, end + 8, 0, 0, 0, 0))
        .add("zip-of-many-disks", () -> Cases.with(zip, end + 4, 7, 0, 7, 0))
        .add("zip-symbolic-link", () -> Cases.with(zip, central + 38, 0, 0, 0xFF, 0xA1))
        .add("zip-local-signature-only", () -> Cases.bytes(LOCAL))
        .add("zip-text-before", () -> Cases.join(TABLE, zip))
        .add("zip-noise-behind", () -> Cases.join(zip, Mutations.noise(2, 70_000)))
        .add("zip-two-directories", () -> Cases.join(zip, zip));
  }
}
