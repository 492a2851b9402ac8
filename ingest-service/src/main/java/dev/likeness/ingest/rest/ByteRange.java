package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.IngestProblems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, after RFC 9110 section 14.
 *
 * @param first offset of its first byte
 * @param last offset of its last byte
 */
record ByteRange(long first, long last) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return last - first + 1;
  }

  /** The header {@code Content-Range} for this part of a file. */
  String contentRange(long bytes) {
    return "bytes " + first + "-" + last + "/" + bytes;
  }

  /**
   * Reads the header {@code Range}. Other units, several ranges and what is no range at all are
   * ignored, as the RFC permits: the whole file is the answer then.
   *
   * @throws dev.likeness.platform.problem.ProblemException {@code range-not-satisfiable} when the
   *     range lies outside of the file
   */
  static Optional<ByteRange> read(String header, long bytes) {
    Matcher matcher = ONE.matcher(header.replace(" ", ""));
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    return matcher.group(1).isEmpty()
        ? Optional.of(suffix(Long.parseLong(matcher.group(2)), bytes))
        : between(Long.parseLong(matcher.group(1)), matcher.group(2), bytes);
  }

  private static ByteRange suffix(long length, long bytes) {
    if (length == 0 || bytes == 0) {
      throw IngestProblems.rangeNotSatisfiable(bytes).toException();
    }
    return new ByteRange(Math.max(0, bytes - length), bytes - 1);
  }

  private static Optional<ByteRange> between(long first, String end, long bytes) {
    long last = end.isEmpty() ? bytes - 1 : Long.parseLong(end);
    if (!end.isEmpty() && last < first) {
      return Optional.empty();
    }
    if (first >= bytes) {
      throw IngestProblems.rangeNotSatisfiable(bytes).toException();
    }
    return Optional.of(new ByteRange(first, Math.min(last, bytes - 1)));
  }
}
