package dev.likeness.synthesis.model;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts blocks of rows behind one another. */
final class Pieces {

  private Pieces() {}

  /**
   * The columns of all pieces in their order.
   *
   * @param pieces at least one, each with the same columns; dictionaries are the same in all
   */
  static List<Column> joined(List<List<Column>> pieces) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    return IntStream.range(0, pieces.get(0).size())
        .mapToObj(i -> join(pieces.stream().map(piece -> piece.get(i)).toList()))
        .toList();
  }

  private static Column join(List<Column> parts) {
    return switch (parts.get(0)) {
      case NumericColumn ignored ->
          new NumericColumn(
              parts.stream()
                  .flatMapToDouble(part -> Arrays.stream(((NumericColumn) part).values()))
                  .toArray());
      case TemporalColumn ignored ->
          new TemporalColumn(
              parts.stream()
                  .flatMapToLong(part -> Arrays.stream(((TemporalColumn) part).values()))
                  .toArray());
      case CategoricalColumn first -> new CategoricalColumn(codes(parts), first.dictionary());
      case TextColumn ignored -> {
        List<java.util.Optional<String>> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(((TextColumn) part).values()));
        yield new TextColumn(values);
      }
    };
  }

  private static int[] codes(List<Column> parts) {
    List<String> dictionary = ((CategoricalColumn) parts.get(0)).dictionary();
    for (Column part : parts) {
      if (!((CategoricalColumn) part).dictionary().equals(dictionary)) {
        throw new IllegalArgumentException("dictionaries of a column differ between blocks");
      }
    }
    return parts.stream()
        .flatMapToInt(part -> Arrays.stream(((CategoricalColumn) part).codes()))
        .toArray();
  }
}
