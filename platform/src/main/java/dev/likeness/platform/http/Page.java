package dev.likeness.platform.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param nextCursor leads to the next page; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page from one row more than fits on it, by which one knows that there is another page.
   *
   * @param rows up to {@code limit + 1} rows in order
   * @param limit how many fit
   * @param cursor of a row
   * @param item what a row looks like outside
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    Optional<String> next =
        rows.size() > limit ? Optional.of(cursor.apply(shown.getLast()).text()) : Optional.empty();
    return new Page<>(shown.stream().map(item).toList(), next);
  }
}
