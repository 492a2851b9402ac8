package dev.likeness.synthesis.model;

import dev.likeness.boosting.Booster;
import dev.likeness.boosting.ClassTrees;
import dev.likeness.boosting.CodeMatrix;
import dev.likeness.boosting.Feature;
import dev.likeness.boosting.Hierarchy;
import dev.likeness.boosting.Objective;
import dev.likeness.boosting.Sample;
import dev.likeness.boosting.Settings;
import dev.likeness.boosting.WardClustering;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Fits every node of every column at once: they need nothing of each other, because training uses
 * real rows only.
 *
 * <p>All columns are binned once, into one matrix of one byte a cell. The bins of a number are
 * parted in their order, the levels of a category by what the columns before tell about them
 * ({@link WardClustering}). A node with too few rows, or too few of the rarer side, uses the
 * frequency. Work is handed out the largest first.
 *
 * <p><b>Cost:</b> the sum over columns and levels of their hierarchies of rows · columns before ·
 * trees. <b>Randomness:</b> the rows that it is calibrated on. <b>Thread-safe:</b> no.
 */
final class BoostFit {

  private static final int FEWEST_ROWS = 60;
  private static final int FEWEST_RARE = 10;
  private static final int CALIBRATION_ROWS = 8192;

  /** Nodes of one column that one thread fits one after another. */
  private record Task(BoostTarget target, int[] nodes, double work) {}

  private final int[] order;
  private final List<BinnedColumn> columns;
  private final BoostCapacity capacity;
  private final CounterRandom random;
  private final RunContext run;
  private final List<int[]> parents;
  private final List<BoostTarget> targets;
  private final Booster.Fit[][] fits;
  private final Map<Thread, Booster> boosters = new ConcurrentHashMap<>();
  private double done;
  private double work;

  /**
   * Sorts and codes the rows.
   *
   * @param order of the columns, as {@link BoostRows} says
   * @param columns how each column is binned, in that order
   * @param values of the columns, in that order
   * @param held rows that are watched and not learnt from
   */
  BoostFit(
      int[] order,
      List<BinnedColumn> columns,
      List<Column> values,
      boolean[] held,
      BoostCapacity capacity,
      CounterRandom random,
      RunContext run) {
    this.order = order;
    this.columns = columns;
    this.capacity = capacity;
    this.random = random;
    this.run = run;
    List<int[]> classes =
        Parallel.map(columns.size(), run, i -> columns.get(i).classesOf(values.get(i)));
    this.parents = BoostParents.of(classes, run);
    this.targets = targets(classes, held);
    this.fits =
        targets.stream()
            .map(target -> new Booster.Fit[target.hierarchy().nodes()])
            .toArray(Booster.Fit[][]::new);
  }

  private List<BoostTarget> targets(List<int[]> classes, boolean[] held) {
    byte[][] codes = new byte[columns.size()][];
    Arrays.setAll(codes, i -> columns.get(i).codes(classes.get(i)));
    List<Feature> features = columns.stream().map(BinnedColumn::feature).toList();
    boolean shared = isShared();
    CodeMatrix all = shared ? CodeMatrix.of(features, codes) : nothing();
    return Parallel.map(
        columns.size(),
        run,
        i -> target(i, classes.get(i), held, shared ? all : matrix(features, codes, i)));
  }

  /** Whether every column is told by all before it, so that one matrix serves them all. */
  private boolean isShared() {
    return columns.size() <= BoostParents.ALL;
  }

  private CodeMatrix matrix(List<Feature> features, byte[][] codes, int column) {
    int[] from = parents.get(column);
    if (from.length == 0) {
      return nothing();
    }
    return CodeMatrix.of(
        Arrays.stream(from).mapToObj(features::get).toList(),
        Arrays.stream(from).mapToObj(i -> codes[i]).toArray(byte[][]::new));
  }

  /** What the first column is told. */
  private static CodeMatrix nothing() {
    return CodeMatrix.of(List.of(Feature.ordered(1)), new byte[1][0]);
  }

  private BoostTarget target(int column, int[] classes, boolean[] held, CodeMatrix matrix) {
    int number = columns.get(column).classes();
    int width = parents.get(column).length;
    BoostTarget.Sorted learnt = BoostTarget.Sorted.of(classes, held, false, number);
    BoostTarget.Sorted watched = BoostTarget.Sorted.of(classes, held, true, number);
    boolean isNumber = columns.get(column).feature().kind() == Feature.Kind.ORDERED;
    Hierarchy hierarchy =
        isNumber || width == 0
            ? Hierarchy.of(masses(classes, number))
            : WardClustering.of(matrix, width, learnt.rows(), learnt.starts());
    return new BoostTarget(
        column, hierarchy, matrix, width, learnt.placed(hierarchy), watched.placed(hierarchy));
  }

  private static double[] masses(int[] classes, int number) {
    double[] masses = new double[number];
    for (int c : classes) {
      masses[c]++;
    }
    return masses;
  }

  /**
   * Fits.
   *
   * @param progress hears the share of the work that is done
   */
  BoostRows fit(DoubleConsumer progress) {
    List<Task> tasks = tasks();
    work = Math.max(1, tasks.stream().mapToDouble(Task::work).sum());
    Parallel.forEach(tasks.size(), run, i -> fit(tasks.get(i), progress));
    List<ClassTrees> trees = new ArrayList<>();
    for (BoostTarget target : targets) {
      trees.add(ClassTrees.of(target.hierarchy(), target.kept(fits[target.column()], capacity)));
    }
    List<double[]> shares = targets.stream().map(BoostTarget::shares).toList();
    return new BoostRows(order, columns, parents, trees)
        .calibrated(CALIBRATION_ROWS, shares, random, run);
  }

  /** The largest first; nodes that share a matrix of their own stay together. */
  private List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (BoostTarget target : targets) {
      int[] nodes = IntStream.range(0, target.hierarchy().nodes()).toArray();
      if (isShared()) {
        Arrays.stream(nodes).forEach(node -> tasks.add(task(target, node)));
      } else {
        tasks.add(task(target, nodes));
      }
    }
    tasks.sort(Comparator.comparingDouble(task -> -task.work()));
    return tasks;
  }

  private static Task task(BoostTarget target, int... nodes) {
    double rows = Arrays.stream(nodes).mapToDouble(target::size).sum();
    return new Task(target, nodes, rows * (target.width() + 1));
  }

  private void fit(Task task, DoubleConsumer progress) {
    BoostTarget target = task.target();
    Booster booster =
        isShared()
            ? boosters.computeIfAbsent(
                Thread.currentThread(), thread -> new Booster(target.matrix()))
            : new Booster(target.matrix());
    for (int node : task.nodes()) {
      fits[target.column()][node] = fit(booster, target, node);
    }
    synchronized (this) {
      done += task.work();
      progress.accept(Math.min(1, done / work));
    }
  }

  private Booster.Fit fit(Booster booster, BoostTarget target, int node) {
    Sample sample = target.learnt().sample(target.hierarchy(), node);
    Sample held = target.held().sample(target.hierarchy(), node);
    boolean isWorth = target.size(node) >= FEWEST_ROWS && target.rarer(node) >= FEWEST_RARE;
    int leafRows = (int) Math.max(BoostCapacity.LEAF_ROWS, capacity.leafShare() * sample.size());
    Settings settings =
        Settings.of(Objective.LOGISTIC)
            .withSize(isWorth ? capacity.rounds() : 0, capacity.leaves())
            .withLearningRate(capacity.rate())
            .withL2(capacity.l2())
            .withMinLeafRows(leafRows);
    return booster.fit(
        sample, held, target.width(), BoostCapacity.PATIENCE, settings, run.withThreads(1));
  }
}
