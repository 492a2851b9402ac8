package dev.likeness.synthesis.relation;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.relation.ConditionalMissingness;
import dev.likeness.table.relation.DerivedColumn;
import dev.likeness.table.relation.EqualColumns;
import dev.likeness.table.relation.FixedCombinations;
import dev.likeness.table.relation.FunctionalDependency;
import dev.likeness.table.relation.GeographicPair;
import dev.likeness.table.relation.Inequality;
import dev.likeness.table.relation.OneHotGroup;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.SumOfColumns;
import dev.likeness.table.relation.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses which relations are taken out, and in which order, and takes them.
 *
 * <p><b>Thread-safe:</b> no.
 */
final class Choice {

  private final Frame frame;
  private final Set<String> conditioned;
  private final CounterRandom random;
  private final List<Step> steps = new ArrayList<>();
  private final List<Relation> late = new ArrayList<>();
  private final Set<String> corrected = new HashSet<>();
  private final Set<String> raised = new HashSet<>();

  /**
   * Begins with all columns.
   *
   * @param frame training rows; what is left of them afterwards
   * @param conditioned names of columns that conditions will be put on
   */
  Choice(Frame frame, Set<String> conditioned, CounterRandom random) {
    this.frame = frame;
    this.conditioned = conditioned;
    this.random = random;
  }

  /**
   * The steps for some relations. Corrections of what the model makes come last, so that it is put
   * right before anything is computed from it.
   */
  List<Step> of(List<Relation> relations) {
    take(relations, false);
    take(List.copyOf(late), true);
    return steps;
  }

  private void take(List<Relation> relations, boolean last) {
    List<Relation> open =
        new ArrayList<>(
            relations.stream()
                .filter(relation -> rank(relation) > 0)
                .sorted(Comparator.comparingInt(Choice::rank))
                .toList());
    while (!open.isEmpty()) {
      Relation next = next(open);
      open.remove(next);
      if (frame.hasAll(next.names()) && !isSpoilt(next)) {
        learn(next, open).ifPresent(step -> take(step, open, last));
      }
    }
  }

  /**
   * Whether a correction that was chosen before, and so is made later, would break the relation. A
   * value that is raised stays above whatever it was above.
   */
  private boolean isSpoilt(Relation relation) {
    List<String> names =
        relation instanceof Inequality order ? List.of(order.low()) : relation.names();
    return names.stream().anyMatch(raised::contains)
        || relation.names().stream().anyMatch(corrected::contains);
  }

  private void take(Step step, List<Relation> open, boolean last) {
    if (step.isCorrection() && !last) {
      late.add(step.relation());
      return;
    }
    if (step instanceof LookupStep lookup && lookup.isCorrection()) {
      corrected.add(lookup.relation().dependent());
    } else if (step instanceof RaiseStep raise) {
      raised.add(raise.relation().high());
    }
    step.reduce(frame);
    steps.add(step);
    if (step instanceof FlagsStep flags) {
      open.addAll(flags.following(open));
    }
  }

  /** The first whose result no other one computes from, or simply the first. */
  private static Relation next(List<Relation> open) {
    return open.stream()
        .filter(
            relation ->
                open.stream()
                    .filter(other -> other != relation)
                    .noneMatch(other -> computesFrom(other, results(relation))))
        .findFirst()
        .orElse(open.getFirst());
  }

  private static boolean computesFrom(Relation relation, List<String> results) {
    return sources(relation).stream().anyMatch(results::contains);
  }

  /** In which order kinds are taken; 0 for those that are not. */
  private static int rank(Relation relation) {
    return switch (relation) {
      case EqualColumns ignored -> 1;
      case OneHotGroup ignored -> 2;
      case SumOfColumns ignored -> 3;
      case DerivedColumn ignored -> 4;
      case FunctionalDependency ignored -> 5;
      case Inequality ignored -> 6;
      case FixedCombinations ignored -> 7;
      case UniqueKey ignored -> 0;
      case ConditionalMissingness ignored -> 0;
      case GeographicPair ignored -> 0;
    };
  }

  /** What is restored. */
  private static List<String> results(Relation relation) {
    return switch (relation) {
      case EqualColumns equal -> List.of(equal.copy());
      case OneHotGroup group -> group.columns();
      case SumOfColumns sum -> List.of(sum.total());
      case DerivedColumn derived -> List.of(derived.column());
      case FunctionalDependency pair -> List.of(pair.dependent());
      case Inequality order -> List.of(order.high());
      case FixedCombinations pair -> pair.columns();
      case UniqueKey ignored -> List.of();
      case ConditionalMissingness ignored -> List.of();
      case GeographicPair ignored -> List.of();
    };
  }

  /** What it is restored from. */
  private static List<String> sources(Relation relation) {
    return switch (relation) {
      case EqualColumns equal -> List.of(equal.column());
      case SumOfColumns sum -> sum.parts();
      case DerivedColumn derived -> derived.from();
      case FunctionalDependency pair -> List.of(pair.determinant());
      case Inequality order -> List.of(order.low());
      case OneHotGroup ignored -> List.of();
      case FixedCombinations ignored -> List.of();
      case UniqueKey ignored -> List.of();
      case ConditionalMissingness ignored -> List.of();
      case GeographicPair ignored -> List.of();
    };
  }

  private Optional<Step> learn(Relation relation, List<Relation> open) {
    Set<String> needed = new HashSet<>();
    open.forEach(other -> needed.addAll(other.names()));
    Learning learning = new Learning(frame, conditioned, needed, random);
    return switch (relation) {
      case EqualColumns equal -> CopyStep.learn(equal, learning);
      case OneHotGroup group -> FlagsStep.learn(group, learning);
      case SumOfColumns sum -> ComputedStep.learn(sum, learning);
      case DerivedColumn derived -> ComputedStep.learn(derived, learning);
      case FunctionalDependency pair -> LookupStep.learn(pair, learning);
      case Inequality order ->
          GapStep.learn(order, learning).or(() -> RaiseStep.learn(order, learning));
      case FixedCombinations pair -> CombinationStep.learn(pair, learning);
      case UniqueKey ignored -> Optional.empty();
      case ConditionalMissingness ignored -> Optional.empty();
      case GeographicPair ignored -> Optional.empty();
    };
  }
}
