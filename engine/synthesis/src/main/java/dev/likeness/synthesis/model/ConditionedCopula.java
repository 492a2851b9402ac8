package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.Correlations;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Elementary;
import dev.likeness.numerics.Kernels;
import dev.likeness.numerics.Normal;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.encoding.Region;
import dev.likeness.table.Column;
import dev.likeness.table.condition.Restriction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Gaussian copula given that rows fulfil a restriction.
 *
 * <p>The conditioned latents come first in a new Cholesky factor of the correlation, z = L e. Then
 * e₁ … e_k of the conditioned ones are drawn one after another, each from the normal truncated to
 * what its region permits given those before it:
 *
 * <p>z_j | e_<j ~ N(Σ_i<j L_ji e_i, L_jj²) on the pieces of the region;
 *
 * <p>and all other e are plain normals, so that the other latents follow their exact conditional
 * normal. An interval far out in a tail costs what any other does.
 *
 * <p>For one conditioned latent that is exact. For more of them it is a proposal, because a latent
 * does not know what is asked of those behind it; its weight is w = Π_j P(permitted | e_<j), here
 * divided by the share that a piece of a tree had been promised. Each row then takes {@code steps}
 * steps of the independence Metropolis sampler: a new proposal w' is taken with probability min(1,
 * w'/w). With M = max w / mean w the total variation distance of a row's distribution from the
 * exact one is at most (1 − 1/M)^steps (Mengersen and Tweedie 1996); steps are chosen for {@value
 * #ACCURACY} from the weights of {@value #PILOT_ROWS} proposals, and are at most {@value
 * #MOST_STEPS}. Least probable columns come first, which keeps M near 1.
 *
 * <p><b>Cost:</b> d²/2 fused multiply-adds for each row as without a condition, and steps · k²/2
 * more. <b>Randomness:</b> one uniform for each row and free latent, and k + 1 of the stream {@code
 * condition} for each step. <b>Thread-safe:</b> immutable.
 *
 * <p>References: A. Genz, Numerical computation of multivariate normal probabilities (1992), for
 * the proposal; K. L. Mengersen and R. L. Tweedie, Rates of convergence of the Hastings and
 * Metropolis algorithms, Annals of Statistics 24 (1996), 101–121.
 */
final class ConditionedCopula implements RowGenerator {

  private static final double ACCURACY = 1e-3;
  private static final int PILOT_ROWS = 2048;
  private static final int MOST_STEPS = 256;
  private static final double ALL_EQUAL = 1 + 1e-9;
  private static final double LOWEST = 0x1p-60;
  private static final double HIGHEST = 1 - 0x1p-53;

  private final GaussianCopula copula;
  private final Stage[] stages;
  private final int[] latents; // by position; the conditioned ones first
  private final int conditioned;
  private final double[][] factor; // (latents, latents), by position
  private final int steps;

  private ConditionedCopula(GaussianCopula copula, List<Region> regions, RunContext run) {
    this.copula = copula;
    Set<Integer> order = new LinkedHashSet<>();
    for (Region region : regions) {
      Arrays.stream(region.latents()).forEach(order::add);
    }
    this.conditioned = order.size();
    for (int latent = 0; latent < copula.factor().length; latent++) {
      order.add(latent);
    }
    this.latents = order.stream().mapToInt(latent -> latent).toArray();
    this.factor = Correlations.factor(reordered(copula.factor(), latents), run.cancellation());
    this.stages = stages(regions, latents);
    this.steps = steps();
  }

  /** The copula under a restriction that really asks something. */
  static RowGenerator of(GaussianCopula copula, Restriction restriction, RunContext run) {
    List<Region> regions = copula.encoding().regions(restriction);
    return regions.isEmpty() ? copula : new ConditionedCopula(copula, regions, run);
  }

  /** L Lᵀ with rows and columns in another order. */
  private static double[][] reordered(double[][] factor, int[] order) {
    int d = order.length;
    double[][] correlation = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        int length = Math.min(order[i], order[j]) + 1;
        correlation[i][j] = Kernels.dot(factor[order[i]], 0, factor[order[j]], 0, length);
      }
      correlation[i][i] = 1;
    }
    Correlations.mirror(correlation);
    return correlation;
  }

  /**
   * A region by positions, with the normal scores of its pieces.
   *
   * @param position of the latent that is asked
   * @param last position of the latents of the whole column
   */
  private record Stage(int position, int last, Cell[] cells) {}

  /** A piece: its ends as probabilities and as scores, its share, and what it asks further. */
  private record Cell(
      double lower, double upper, double from, double to, double share, Optional<Stage> next) {

    /** Anywhere. */
    static final Cell FREE =
        new Cell(0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, Optional.empty());
  }

  private static Stage[] stages(List<Region> regions, int[] latents) {
    int[] positions = new int[latents.length];
    for (int position = 0; position < latents.length; position++) {
      positions[latents[position]] = position;
    }
    return regions.stream()
        .map(
            region -> {
              int last =
                  Arrays.stream(region.latents()).map(latent -> positions[latent]).max().orElse(0);
              return stage(region, positions, last);
            })
        .toArray(Stage[]::new);
  }

  private static Stage stage(Region region, int[] positions, int last) {
    Cell[] cells =
        region.pieces().stream()
            .map(
                piece ->
                    new Cell(
                        piece.lower(),
                        piece.upper(),
                        Normal.quantile(piece.lower()),
                        Normal.quantile(piece.upper()),
                        piece.share(),
                        piece.inside().map(inside -> stage(inside, positions, last))))
            .toArray(Cell[]::new);
    return new Stage(positions[region.latent()], last, cells);
  }

  /** A proposal for the conditioned latents of a row, and where they ended up. */
  private static final class Proposal {

    final double[] normals; // e
    final Cell[] cells; // that the latents lie in
    double logWeight;

    Proposal(int conditioned) {
      this.normals = new double[conditioned];
      this.cells = new Cell[conditioned];
    }
  }

  /** Draws a proposal with the uniforms of a row from one draw number on. */
  private void propose(Proposal proposal, CounterRandom random, long row, int firstDraw) {
    proposal.logWeight = 0;
    int position = 0;
    for (Stage root : stages) {
      Optional<Stage> asked = Optional.of(root);
      for (; position <= root.last(); position++) {
        double u = random.uniform(row, firstDraw + position);
        if (asked.isPresent() && asked.get().position() == position) {
          asked = draw(asked.get(), proposal, u);
        } else {
          proposal.normals[position] = Normal.quantile(u);
          proposal.cells[position] = Cell.FREE;
        }
      }
    }
  }

  /** Draws a latent from the cells of a stage; returns what the chosen cell asks further. */
  private Optional<Stage> draw(Stage stage, Proposal proposal, double u) {
    int at = stage.position();
    double mean = Kernels.dot(factor[at], 0, proposal.normals, 0, at);
    double deviation = factor[at][at];
    Cell[] cells = stage.cells();
    double total = 0;
    for (Cell cell : cells) {
      total += cell.share() * mass(cell, mean, deviation);
    }
    if (!(total > Double.MIN_NORMAL)) {
      return nearest(stage, proposal, mean, deviation, u);
    }
    double rest = u * total;
    double weight = 0;
    Cell chosen = cells[0];
    for (Cell cell : cells) {
      double here = cell.share() * mass(cell, mean, deviation);
      if (here > 0) {
        chosen = cell;
        weight = here;
        if (rest < here) {
          break;
        }
        rest -= here;
      }
    }
    double inside = Math.clamp(rest / weight, LOWEST, HIGHEST);
    proposal.logWeight += Elementary.log(total / chosen.share());
    return settle(stage, chosen, proposal, mean, deviation, inside);
  }

  /** Where no cell has any mass that a double can tell: the one whose end is nearest. */
  private Optional<Stage> nearest(
      Stage stage, Proposal proposal, double mean, double deviation, double u) {
    Cell best = stage.cells()[0];
    for (Cell cell : stage.cells()) {
      best = distance(cell, mean) < distance(best, mean) ? cell : best;
    }
    double far = Math.max(1, distance(best, mean) / deviation);
    proposal.logWeight -= 0.5 * far * far + Elementary.log(far * best.share());
    return settle(stage, best, proposal, mean, deviation, u);
  }

  private static double distance(Cell cell, double mean) {
    return Math.max(0, Math.max(cell.from() - mean, mean - cell.to()));
  }

  private static Optional<Stage> settle(
      Stage stage, Cell cell, Proposal proposal, double mean, double deviation, double u) {
    proposal.normals[stage.position()] =
        Normal.truncated((cell.from() - mean) / deviation, (cell.to() - mean) / deviation, u);
    proposal.cells[stage.position()] = cell;
    return cell.next();
  }

  private static double mass(Cell cell, double mean, double deviation) {
    double a = (cell.from() - mean) / deviation;
    double b = (cell.to() - mean) / deviation;
    return a > 0 ? Normal.cdf(-a) - Normal.cdf(-b) : Normal.cdf(b) - Normal.cdf(a);
  }

  private int steps() {
    CounterRandom pilot = CounterRandom.of(0).derive("pilot");
    double[] weights = new double[PILOT_ROWS];
    Proposal proposal = new Proposal(conditioned);
    for (int row = 0; row < PILOT_ROWS; row++) {
      propose(proposal, pilot, row, 0);
      weights[row] = proposal.logWeight;
    }
    double largest = Arrays.stream(weights).max().orElse(0);
    double mean = 0;
    for (double weight : weights) {
      mean += Elementary.exp(weight - largest) / PILOT_ROWS;
    }
    if (1 / mean <= ALL_EQUAL) {
      return 0;
    }
    double exact = Elementary.log(ACCURACY) / Elementary.log(1 - mean);
    return (int) Math.clamp(Math.ceil(exact), 1, MOST_STEPS);
  }

  /** Steps of the sampler for each row. */
  int samplerSteps() {
    return steps;
  }

  @Override
  public List<Column> generate(long from, int rows, CounterRandom random) {
    int d = latents.length;
    double[][] normals = new double[d][rows];
    double[][] lower = new double[conditioned][rows];
    double[][] upper = new double[conditioned][rows];
    CounterRandom stream = random.derive("condition");
    Proposal[] pair = {new Proposal(conditioned), new Proposal(conditioned)};
    for (int row = 0; row < rows; row++) {
      Proposal state = walk(from + row, stream, pair[0], pair[1]);
      for (int position = 0; position < conditioned; position++) {
        normals[position][row] = state.normals[position];
        lower[position][row] = state.cells[position].lower();
        upper[position][row] = state.cells[position].upper();
      }
    }
    for (int position = conditioned; position < d; position++) {
      for (int row = 0; row < rows; row++) {
        normals[position][row] = Normal.quantile(random.uniform(from + row, latents[position]));
      }
    }
    return copula.encoding().decode(uniforms(normals, lower, upper, rows));
  }

  /** The state of a row's chain after all of its steps; both proposals are overwritten. */
  private Proposal walk(long row, CounterRandom stream, Proposal current, Proposal other) {
    Proposal state = current;
    Proposal next = other;
    propose(state, stream, row, 0);
    for (int step = 1; step <= steps; step++) {
      int draw = step * (conditioned + 1);
      propose(next, stream, row, draw);
      double u = stream.uniform(row, draw + conditioned);
      if (Elementary.log(u) < next.logWeight - state.logWeight) {
        Proposal old = state;
        state = next;
        next = old;
      }
    }
    return state;
  }

  private double[][] uniforms(double[][] normals, double[][] lower, double[][] upper, int rows) {
    double[][] uniforms = new double[latents.length][rows];
    for (int position = 0; position < latents.length; position++) {
      double[] scores = uniforms[latents[position]];
      for (int other = 0; other <= position; other++) {
        Kernels.axpy(factor[position][other], normals[other], 0, scores, 0, rows);
      }
      for (int row = 0; row < rows; row++) {
        double u = Normal.cdf(scores[row]);
        double wanted =
            position < conditioned ? Math.clamp(u, lower[position][row], upper[position][row]) : u;
        scores[row] = Math.clamp(wanted, LOWEST, HIGHEST);
      }
    }
    return uniforms;
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors) {
    throw new UnsupportedOperationException("a model is saved without its conditions");
  }
}
