package dev.likeness.table.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Whole files of each kind, changed at random places; the same in every run. */
final class Mutations {

  private static final String TABLE = "id,name,amount\n" + rows(60);

  private Mutations() {}

  private static String rows(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i)
          .append(",\"n\u00e4me, ")
          .append(i)
          .append("\",")
          .append(i * 7 % 31)
          .append(".5\n");
    }
    return text.toString();
  }

  static List<HostileFile> all(byte[] parquet, int each) {
    Cases cases = new Cases("mutation");
    whole(parquet)
        .forEach(
            (kind, bytes) -> {
              for (int i = 0; i < each; i++) {
                long seed = kind.hashCode() * 1_000_003L + i;
                cases.add(kind + "-" + i, () -> mutated(bytes, new SplittableRandom(seed)));
              }
            });
    return cases.list();
  }

  private static Map<String, byte[]> whole(byte[] parquet) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] csv = Cases.utf8(TABLE);
    files.put("csv", csv);
    files.put("utf16", ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16LE));
    files.put("gzip", Cases.gzip(csv));
    files.put("zip", Cases.zip("t.csv", csv));
    files.put("json", Cases.utf8("{\"a\": 1, \"b\": \"x\", \"c\": [1, 2]}\n".repeat(20)));
    files.put("parquet", parquet);
    files.put("workbook", HostileWorkbooks.plain());
    return files;
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    byte[] mutated = bytes;
    for (int steps = random.nextInt(1, 6); steps > 0; steps--) {
      mutated = step(mutated, random);
    }
    return mutated;
  }

  private static byte[] step(byte[] bytes, SplittableRandom random) {
    if (bytes.length < 2) {
      return noise(random.nextLong(), 10);
    }
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + random.nextInt(1, 65));
    byte[] head = Cases.cut(bytes, at);
    byte[] piece = java.util.Arrays.copyOfRange(bytes, at, end);
    byte[] tail = java.util.Arrays.copyOfRange(bytes, end, bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> Cases.with(bytes, at, random.nextInt(256));
      case 1 -> Cases.with(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
      case 2 -> Cases.join(head, tail);
      case 3 -> Cases.join(head, piece, piece, tail);
      case 4 -> Cases.join(head, noise(random.nextLong(), piece.length), tail);
      default -> random.nextInt(3) == 0 ? head : Cases.join(head, tail, piece);
    };
  }

  /** Bytes of a seeded generator. */
  static byte[] noise(long seed, int count) {
    byte[] bytes = new byte[count];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }
}
