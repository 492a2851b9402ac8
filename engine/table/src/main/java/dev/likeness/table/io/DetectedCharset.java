package dev.likeness.table.io;

import com.ibm.icu.text.CharsetMatch;
import dev.likeness.table.io.Alphabets.Alphabet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which character set a file stands.
 *
 * <p>Decided in this order: a byte order mark; NUL bytes at every other place (UTF-16); strict
 * UTF-8 over the whole file, in which a few broken places among many good ones are forgiven; a
 * statistical guess over the lines that are not ASCII, among the sets that CSV files are really
 * written in, checked by {@link Alphabets}, and for Western languages {@link WesternBytes}.
 *
 * @param charset it
 * @param markBytes length of the byte order mark
 * @param clean whether the bytes behind the mark are valid UTF-8 without NUL
 * @param guessed whether only statistics speak for it
 * @param evidence its name, and what speaks for it where that is more than the usual
 */
record DetectedCharset(
    Charset charset, int markBytes, boolean clean, boolean guessed, String evidence) {

  private static final int SAMPLE = 1 << 16;
  private static final double UTF16_SHARE = 0.3;
  private static final double CONTROL_SHARE = 0.05;
  private static final int FORGIVEN = 10;
  private static final List<String> USUAL =
      List.of(
          "Shift_JIS",
          "GB18030",
          "Big5",
          "EUC-JP",
          "EUC-KR",
          "ISO-8859-2",
          "windows-1250",
          "windows-1251",
          "KOI8-R",
          "windows-1253",
          "ISO-8859-7",
          "windows-1254",
          "ISO-8859-9",
          "windows-1255",
          "windows-1256");
  private static final int CONFIDENT = 50;
  private static final int WORTH_A_LOOK = 12;
  private static final Map<String, List<String>> ALIKE =
      Map.of(
          "ISO-8859-8", List.of("windows-1255"),
          "ISO-8859-8-I", List.of("windows-1255"),
          "ISO-8859-9", List.of("windows-1254"),
          "ISO-8859-7", List.of("windows-1253", "ISO-8859-7"),
          "windows-1253", List.of("windows-1253", "ISO-8859-7"),
          "ISO-8859-2", List.of("windows-1250", "ISO-8859-2"),
          "windows-1250", List.of("windows-1250", "ISO-8859-2"));
  private static final List<String> ONE_BYTE =
      List.of(
          "windows-1250",
          "ISO-8859-2",
          "windows-1251",
          "KOI8-R",
          "ISO-8859-5",
          "windows-1253",
          "ISO-8859-7",
          "windows-1254",
          "windows-1255",
          "windows-1256");

  /** One for which nothing special speaks. */
  DetectedCharset(Charset charset, int markBytes, boolean clean, boolean guessed) {
    this(charset, markBytes, clean, guessed, charset.name());
  }

  /** Detects, if nobody says it; throws when the file is binary. */
  static DetectedCharset of(Path file, Optional<String> given) throws IOException {
    byte[] head = head(file);
    Signatures.refuseBinary(head);
    return given.isPresent() ? given(file, head, Charset.forName(given.get())) : detect(file, head);
  }

  private static DetectedCharset given(Path file, byte[] head, Charset charset) throws IOException {
    int mark = byMark(head).filter(m -> m.charset.equals(charset)).map(m -> m.markBytes).orElse(0);
    boolean clean = charset.equals(StandardCharsets.UTF_8) && Utf8Scan.of(file).clean();
    return new DetectedCharset(charset, mark, clean, false);
  }

  private static DetectedCharset detect(Path file, byte[] head) throws IOException {
    Optional<DetectedCharset> marked = byMark(head);
    if (marked.isPresent()) {
      DetectedCharset found = marked.get();
      return found.charset.equals(StandardCharsets.UTF_8)
          ? new DetectedCharset(found.charset, found.markBytes, Utf8Scan.of(file).clean(), false)
          : found;
    }
    Optional<Charset> wide = byNuls(head);
    return wide.isPresent()
        ? new DetectedCharset(wide.get(), 0, false, true)
        : byContent(file, head);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static Optional<DetectedCharset> byMark(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new DetectedCharset(StandardCharsets.UTF_8, 3, false, false));
    }
    if (starts(head, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(new DetectedCharset(Charset.forName("UTF-32LE"), 4, false, false));
    }
    if (starts(head, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new DetectedCharset(Charset.forName("UTF-32BE"), 4, false, false));
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(new DetectedCharset(StandardCharsets.UTF_16LE, 2, false, false));
    }
    return starts(head, 0xFE, 0xFF)
        ? Optional.of(new DetectedCharset(StandardCharsets.UTF_16BE, 2, false, false))
        : Optional.empty();
  }

  /** The Unicode encoding of a stream that begins like this. */
  static DetectedCharset unicode(byte[] head) {
    return byMark(head)
        .orElseGet(() -> new DetectedCharset(StandardCharsets.UTF_8, 0, false, false));
  }

  private static boolean starts(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 when NULs are many, and nearly all at even or nearly all at odd places. */
  private static Optional<Charset> byNuls(byte[] head) {
    int[] nuls = new int[2];
    int controls = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        nuls[i & 1]++;
      } else if (head[i] > 0 && head[i] < ' ' && "\t\n\r\f\u001b".indexOf(head[i]) < 0) {
        controls++;
      }
    }
    double half = Math.max(1, head.length / 2.0);
    if (nuls[1] / half > UTF16_SHARE && nuls[0] * 10 < nuls[1]) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (nuls[0] / half > UTF16_SHARE && nuls[1] * 10 < nuls[0]) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (nuls[0] + nuls[1] + controls > CONTROL_SHARE * head.length + 4) {
      throw UnreadableTableException.binary("binary data");
    }
    return Optional.empty();
  }

  private static DetectedCharset byContent(Path file, byte[] head) throws IOException {
    Utf8Scan scan = Utf8Scan.of(file);
    if (scan.broken() == 0 || scan.broken() * FORGIVEN <= scan.wide()) {
      return new DetectedCharset(StandardCharsets.UTF_8, 0, scan.clean(), false);
    }
    return guess(scan.oddBytes());
  }

  private static DetectedCharset guess(byte[] odd) {
    com.ibm.icu.text.CharsetDetector detector = new com.ibm.icu.text.CharsetDetector();
    detector.setText(odd);
    List<CharsetMatch> matches = List.of(detector.detectAll());
    Optional<Charset> sure =
        matches.stream()
            .filter(match -> match.getConfidence() >= CONFIDENT)
            .map(CharsetMatch::getName)
            .findFirst()
            .filter(USUAL::contains)
            .filter(Charset::isSupported)
            .map(Charset::forName);
    return sure.filter(charset -> charset.newEncoder().maxBytesPerChar() > 1)
        .map(charset -> guessed(charset, charset.name()))
        .or(() -> Alphabets.of(odd, likely(matches)).map(a -> guessed(a.set(), a.described())))
        .orElseGet(
            () -> {
              Charset western = WesternBytes.likelier(odd, sure.orElse(WesternBytes.WINDOWS));
              boolean same = new String(odd, western).equals(new String(odd, WesternBytes.WINDOWS));
              Charset found = same ? WesternBytes.WINDOWS : western;
              return guessed(found, found.name());
            });
  }

  private static DetectedCharset guessed(Charset charset, String evidence) {
    return new DetectedCharset(charset, 0, false, true, evidence);
  }

  /** What statistics propose with some right, each beside the sets that are much like it. */
  private static List<Alphabet> likely(List<CharsetMatch> matches) {
    return matches.stream()
        .filter(match -> match.getConfidence() >= WORTH_A_LOOK && match.getLanguage() != null)
        .flatMap(
            match ->
                ALIKE.getOrDefault(match.getName(), List.of(match.getName())).stream()
                    .filter(ONE_BYTE::contains)
                    .filter(Charset::isSupported)
                    .map(name -> new Alphabet(name, match.getLanguage())))
        .toList();
  }
}
