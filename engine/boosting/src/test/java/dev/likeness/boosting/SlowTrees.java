package dev.likeness.boosting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same trees, as slowly and obviously as possible: every set that a split may take is listed,
 * and all sums are taken anew in doubles.
 */
final class SlowTrees {

  private record Leaf(List<Integer> rows, Choice choice) {}

  private record Choice(int feature, Set<Integer> left, double gain) {}

  private final CodeMatrix matrix;
  private final Settings settings;
  private final double[] target;
  private final double[] score;
  private double[] gradient = {};
  private double[] hessian = {};

  SlowTrees(CodeMatrix matrix, Settings settings, double[] target) {
    this.matrix = matrix;
    this.settings = settings;
    this.target = target;
    this.score = new double[target.length];
  }

  /** The scores of all rows after all rounds. */
  double[] scores() {
    double mean = 0;
    for (double t : target) {
      mean += t / target.length;
    }
    boolean logistic = settings.objective() == Objective.LOGISTIC;
    java.util.Arrays.fill(score, logistic ? Math.log(mean / (1 - mean)) : mean);
    for (int round = 0; round < settings.rounds(); round++) {
      differentiate(logistic);
      grow();
    }
    return score;
  }

  private void differentiate(boolean logistic) {
    gradient = new double[target.length];
    hessian = new double[target.length];
    for (int i = 0; i < target.length; i++) {
      double p = logistic ? 1 / (1 + Math.exp(-score[i])) : score[i];
      gradient[i] = p - target[i];
      hessian[i] = logistic ? p * (1 - p) : 1;
    }
  }

  private void grow() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < target.length; i++) {
      all.add(i);
    }
    List<Leaf> leaves = new ArrayList<>(List.of(leaf(all)));
    while (leaves.size() < settings.leaves()) {
      Leaf best =
          leaves.stream().max(Comparator.comparingDouble(l -> l.choice().gain())).orElseThrow();
      if (best.choice().gain() <= 1e-9) {
        break;
      }
      leaves.remove(best);
      leaves.add(leaf(side(best, true)));
      leaves.add(leaf(side(best, false)));
    }
    if (leaves.size() > 1) {
      for (Leaf leaf : leaves) {
        double value =
            -settings.learningRate()
                * sum(gradient, leaf.rows())
                / (sum(hessian, leaf.rows()) + settings.l2());
        leaf.rows().forEach(row -> score[row] += value);
      }
    }
  }

  private List<Integer> side(Leaf leaf, boolean left) {
    Choice choice = leaf.choice();
    return leaf.rows().stream()
        .filter(row -> choice.left().contains(matrix.code(choice.feature(), row)) == left)
        .toList();
  }

  private static double sum(double[] values, List<Integer> rows) {
    return rows.stream().mapToDouble(row -> values[row]).sum();
  }

  private Leaf leaf(List<Integer> rows) {
    Choice best = new Choice(0, Set.of(), 0);
    for (int feature = 0; feature < matrix.features().size(); feature++) {
      for (Choice choice : choices(rows, feature)) {
        if (choice.gain() > best.gain() + 1e-12) {
          best = choice;
        }
      }
    }
    return new Leaf(rows, best);
  }

  private List<Choice> choices(List<Integer> rows, int feature) {
    List<Choice> choices = new ArrayList<>();
    Feature description = matrix.features().get(feature);
    int codes = description.cardinality();
    if (description.kind() == Feature.Kind.ORDERED) {
      for (boolean missingLeft : new boolean[] {false, true}) {
        for (int threshold = 0; threshold < codes; threshold++) {
          Set<Integer> left = new HashSet<>();
          for (int code = 0; code < codes; code++) {
            boolean missing = description.missing() && code == codes - 1;
            if (missing ? missingLeft : code <= threshold) {
              left.add(code);
            }
          }
          add(choices, rows, feature, left, settings.l2());
        }
      }
      return choices;
    }
    if (codes <= settings.categories().single()) {
      for (int code = 0; code < codes; code++) {
        add(choices, rows, feature, Set.of(code), settings.l2());
      }
      return choices;
    }
    List<Integer> sorted = sorted(rows, feature, codes);
    int most = Math.min(settings.categories().most(), (sorted.size() + 1) / 2);
    double l2 = settings.l2() + settings.categories().l2();
    for (int taken = 1; taken <= most; taken++) {
      add(choices, rows, feature, new HashSet<>(sorted.subList(0, taken)), l2);
    }
    for (int taken = 1; taken <= most; taken++) {
      int from = sorted.size() - taken;
      add(choices, rows, feature, new HashSet<>(sorted.subList(from, sorted.size())), l2);
    }
    return choices;
  }

  private List<Integer> sorted(List<Integer> rows, int feature, int codes) {
    record Category(int code, double key) {}
    List<Category> categories = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      int wanted = code;
      List<Integer> those =
          rows.stream().filter(row -> matrix.code(feature, row) == wanted).toList();
      double smoothing = settings.categories().smoothing();
      if (!those.isEmpty() && those.size() >= smoothing) {
        double key = sum(gradient, those) / (sum(hessian, those) + smoothing);
        categories.add(new Category(code, key));
      }
    }
    return categories.stream()
        .sorted(Comparator.comparingDouble(Category::key))
        .map(Category::code)
        .toList();
  }

  private void add(
      List<Choice> choices, List<Integer> rows, int feature, Set<Integer> left, double l2) {
    List<Integer> inside =
        rows.stream().filter(row -> left.contains(matrix.code(feature, row))).toList();
    List<Integer> outside =
        rows.stream().filter(row -> !left.contains(matrix.code(feature, row))).toList();
    if (inside.size() >= settings.minLeafRows() && outside.size() >= settings.minLeafRows()) {
      double gain = half(inside, l2) + half(outside, l2) - half(rows, settings.l2());
      choices.add(new Choice(feature, left, gain));
    }
  }

  private double half(List<Integer> rows, double l2) {
    double g = sum(gradient, rows);
    return g * g / (sum(hessian, rows) + l2);
  }
}
