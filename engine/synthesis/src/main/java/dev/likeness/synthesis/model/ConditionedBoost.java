package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.boosting.ClassTrees;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.table.Column;
import dev.likeness.table.condition.Restriction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows of a boosted model given that they fulfil a restriction.
 *
 * <p>Columns are drawn in the model's order, a restricted one among its wanted classes only. How
 * likely these were, given the columns before, is the weight of a draft, and a draft is taken with
 * the probability of its weight over the largest that there is: what is taken is distributed as the
 * model's rows that fulfil the restriction. The largest is that of 4,096 drafts made beforehand;
 * the few that are heavier are taken like it. Each row has drafts of its own, so it does not depend
 * on its neighbours: one in the first round, then 8, 64 and 512. Where not even one of these was
 * taken, the row is one of the last in proportion to their weights (sampling importance resampling,
 * Rubin 1987).
 *
 * <p>So an improbable condition costs as much as a likely one, unless how improbable it is hangs on
 * columns before. Those with conditions should therefore come first. Columns behind the last
 * restricted one are drawn of drafts that were taken only.
 *
 * <p><b>Cost:</b> for each row, drafts of the leading columns: the largest weight over the mean
 * one, at most 585. <b>Randomness:</b> one derived stream for each round; a fixed one for the
 * drafts beforehand. <b>Thread-safe:</b> immutable.
 */
final class ConditionedBoost implements RowGenerator {

  private static final int ROUNDS = 4;
  private static final int GROWTH = 8;
  private static final int DRAFTS = 8192;
  private static final int BEFOREHAND = 4096;

  private final BoostRows model;
  private final Map<Integer, BinnedColumn.Wanted> wanted;
  private final int leading; // columns up to the last restricted one
  private final double heaviest;

  private ConditionedBoost(BoostRows model, TreeMap<Integer, BinnedColumn.Wanted> wanted) {
    this.model = model;
    this.wanted = wanted;
    this.leading = wanted.lastKey() + 1;
    BoostDraft some = BoostDraft.of(model.columns().size(), 0, BEFOREHAND);
    CounterRandom random = CounterRandom.of(0).derive("beforehand");
    this.heaviest = Arrays.stream(weights(some, random)).max().orElseThrow();
  }

  /**
   * The model under a restriction.
   *
   * @param restriction on columns by their places in the model's order; not free
   * @throws UnmetConditionException when the model never makes such a row
   */
  static ConditionedBoost of(BoostRows model, Restriction restriction) {
    TreeMap<Integer, BinnedColumn.Wanted> wanted = new TreeMap<>();
    restriction
        .sets()
        .forEach(
            (place, set) -> {
              BinnedColumn.Wanted within = model.columns().get(place).wanted(set);
              if (Arrays.stream(within.shares()).noneMatch(share -> share > 0)) {
                throw unmet(model, List.of(place), "the model makes no such value");
              }
              wanted.put(place, within);
            });
    ConditionedBoost conditioned = new ConditionedBoost(model, wanted);
    if (conditioned.heaviest == 0) {
      throw unmet(model, List.copyOf(wanted.keySet()), "the model makes no such row");
    }
    return conditioned;
  }

  private static UnmetConditionException unmet(
      BoostRows model, List<Integer> places, String reason) {
    List<Integer> positions = places.stream().map(place -> model.order()[place]).toList();
    return new UnmetConditionException(positions, List.of(), reason);
  }

  @Override
  public int blockRows() {
    return model.blockRows();
  }

  @Override
  public List<Column> generate(long from, int rows, CounterRandom random) {
    BoostDraft taken = BoostDraft.of(model.columns().size(), from, rows);
    taken.reserve(leading);
    int[] open = IntStream.range(0, rows).toArray();
    int tries = 1;
    for (int round = 1; open.length > 0; round++) {
      CounterRandom stream = random.derive("tries").derive(round);
      open = take(taken, open, new Round(tries, round == ROUNDS, stream));
      tries *= GROWTH;
    }
    ClassTrees.Scratch scratch = new ClassTrees.Scratch();
    for (int column = leading; column < model.columns().size(); column++) {
      model.draw(taken, column, random, scratch);
    }
    return model.decode(taken, wanted);
  }

  /**
   * Drafts that are made at once.
   *
   * @param tries of each row
   * @param last whether one of them has to be taken
   * @param random stream of the round
   */
  private record Round(int tries, boolean last, CounterRandom random) {}

  /** Makes drafts of open rows, and says which rows are still open. */
  private int[] take(BoostDraft taken, int[] open, Round round) {
    int[] left = new int[open.length];
    int count = 0;
    int step = Math.max(1, DRAFTS / round.tries());
    for (int at = 0; at < open.length; at += step) {
      int[] some = Arrays.copyOfRange(open, at, Math.min(open.length, at + step));
      BoostDraft drafts = drafts(taken, some, round.tries());
      double[] weights = weights(drafts, round.random());
      for (int i = 0; i < some.length; i++) {
        int chosen = chosen(drafts, weights, i * round.tries(), round);
        if (chosen < 0) {
          left[count++] = some[i];
        } else {
          taken.take(some[i], drafts, chosen, leading);
        }
      }
    }
    return Arrays.copyOf(left, count);
  }

  private BoostDraft drafts(BoostDraft taken, int[] rows, int tries) {
    long[] numbers = new long[rows.length * tries];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = taken.number(rows[i / tries]) * tries + i % tries;
    }
    return new BoostDraft(model.columns().size(), numbers);
  }

  /** Draws the leading columns; how likely it was that each draft fulfils the restriction. */
  private double[] weights(BoostDraft drafts, CounterRandom random) {
    ClassTrees.Scratch scratch = new ClassTrees.Scratch();
    double[] weights = new double[drafts.rows()];
    Arrays.fill(weights, 1);
    for (int column = 0; column < leading; column++) {
      BinnedColumn.Wanted within = wanted.get(column);
      if (within == null) {
        model.draw(drafts, column, random, scratch);
      } else {
        double[] masses = model.draw(drafts, column, within, random, scratch);
        for (int row = 0; row < weights.length; row++) {
          weights[row] *= masses[row];
        }
      }
    }
    return weights;
  }

  /** The first draft that chance takes; else, in the last round, one by weight, or −1. */
  private int chosen(BoostDraft drafts, double[] weights, int from, Round round) {
    for (int i = from; i < from + round.tries(); i++) {
      if (round.random().uniform(drafts.number(i), leading) * heaviest < weights[i]) {
        return i;
      }
    }
    return round.last() ? byWeight(drafts, weights, from, round) : -1;
  }

  private int byWeight(BoostDraft drafts, double[] weights, int from, Round round) {
    int to = from + round.tries();
    double left =
        Arrays.stream(weights, from, to).sum()
            * round.random().uniform(drafts.number(from), leading + 1);
    int chosen = -1;
    for (int i = from; i < to && left >= 0; i++) {
      if (weights[i] > 0) {
        chosen = i;
        left -= weights[i];
      }
    }
    if (chosen < 0) {
      throw unmet(model, List.copyOf(wanted.keySet()), "the model makes no such row");
    }
    return chosen;
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors) {
    throw new UnsupportedOperationException("a model is saved without its conditions");
  }
}
