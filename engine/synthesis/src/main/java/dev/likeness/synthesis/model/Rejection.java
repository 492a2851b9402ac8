package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.table.Column;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of a model that fulfil a restriction, found by trying.
 *
 * <p>Each row has tries of its own, so it does not depend on its neighbours: one in the first
 * round, 8 in the second, and so on to 8⁵; the first try that fulfils the restriction is the row.
 *
 * <p><b>Cost:</b> at most about eight times 1 / p tries for a condition of probability p, never
 * more than {@value #ALL_TRIES}. <b>Randomness:</b> one derived stream for each round.
 *
 * @param generator of rows without a restriction
 * @param restriction that rows fulfil
 */
record Rejection(RowGenerator generator, Restriction restriction) implements RowGenerator {

  private static final int ROUNDS = 6;
  private static final int GROWTH = 8;
  private static final int BLOCK = 4096;
  private static final int ALL_TRIES = 37_449;

  @Override
  public List<Column> generate(long from, int rows, CounterRandom random) {
    CounterRandom tries = random.derive("tries");
    List<Column> first = generator.generate(from, rows, tries.derive(0));
    boolean[] met = restriction.admits(first);
    List<List<Column>> pieces = new ArrayList<>(List.of(first));
    int[] source = IntStream.range(0, rows).toArray();
    int made = rows;
    for (int row = 0; row < rows; row++) {
      if (!met[row]) {
        pieces.add(search(from + row, tries));
        source[row] = made++;
      }
    }
    return Pieces.joined(pieces).stream().map(column -> column.select(source)).toList();
  }

  /** One row that fulfils the restriction, after its first try did not. */
  private List<Column> search(long row, CounterRandom tries) {
    int size = 1;
    for (int round = 1; round < ROUNDS; round++) {
      size *= GROWTH;
      for (int from = 0; from < size; from += BLOCK) {
        int count = Math.min(BLOCK, size - from);
        CounterRandom stream = tries.derive(round).derive(row);
        List<Column> candidates = generator.generate(from, count, stream);
        boolean[] met = restriction.admits(candidates);
        for (int i = 0; i < count; i++) {
          if (met[i]) {
            int[] found = {i};
            return candidates.stream().map(column -> column.select(found)).toList();
          }
        }
      }
    }
    throw new UnmetConditionException(
        List.copyOf(restriction.sets().keySet()),
        List.of(),
        "no row among " + ALL_TRIES + " fulfils them");
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors) {
    throw new UnsupportedOperationException("a model is saved without its conditions");
  }
}
