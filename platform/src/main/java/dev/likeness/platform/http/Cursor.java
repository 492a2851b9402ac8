package dev.likeness.platform.http;

import dev.likeness.platform.problem.Problems;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list that is ordered from new to old: by time, then by id.
 *
 * @param at when the last row seen was made
 * @param id its id
 */
public record Cursor(Instant at, UUID id) {

  /** Rows on a page when nobody says how many. */
  public static final int DEFAULT_LIMIT = 50;

  private static final int MAX_LIMIT = 200;
  private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

  /** As an opaque text. */
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads the query parameter {@code cursor}; a problem {@code invalid-parameter} for others. */
  public static Optional<Cursor> read(Optional<String> text) {
    return text.filter(t -> !t.isEmpty()).map(Cursor::read);
  }

  /** Reads the query parameter {@code limit}; a problem {@code invalid-parameter} for others. */
  public static int limit(Optional<Integer> limit) {
    int rows = limit.orElse(DEFAULT_LIMIT);
    if (rows < 1 || rows > MAX_LIMIT) {
      throw Problems.invalidParameter("limit", "1 to " + MAX_LIMIT).toException();
    }
    return rows;
  }

  private static Cursor read(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != BYTES) {
        throw new IllegalArgumentException("length of a cursor");
      }
      return new Cursor(
          Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
          new UUID(bytes.getLong(), bytes.getLong()));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw Problems.invalidParameter("cursor", "a next_cursor of an earlier page").toException();
    }
  }
}
