package dev.likeness.table.relation;

import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TableSource;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Suggests what ties the columns of a table together.
 *
 * <p>Candidates come from at most 20,000 rows, drawn in blocks by a fixed seed; all rows are asked
 * then, so support and exceptions are exact. A candidate is left out when chance would often make
 * it (ranges that do not overlap, flags that are hardly ever set, keys that nearly never come back)
 * and when it follows from another. At most 20 of a kind (5 of fixed combinations) are given, those
 * with fewest exceptions first; more than 1% exceptions are too many.
 *
 * <p>Of very wide tables the first 60 numbers and 150 other columns are looked at. Stage of
 * progress: {@code "relations"}. <b>Cost:</b> the sample in memory, one pass over the table.
 * <b>Randomness:</b> fixed seed. <b>Thread-safe:</b> yes.
 */
public final class RelationFinder {

  private static final int MOST_OF_A_KIND = 20;
  private static final int MOST_COMBINATIONS = 5;
  private static final int LEAST_ROWS = 20;
  private static final int BATCH = 1 << 18;
  private static final int LEAST_BATCH = 1 << 12;
  private static final int BATCH_CELLS = 1 << 20;
  private static final double TOLERATED = 0.01;
  private static final double FEW_COMBINATIONS = 0.5;

  private final TableSource source;
  private final RunContext run;

  private RelationFinder(TableSource source, RunContext run) {
    this.source = source;
    this.run = run;
  }

  /** The relations of a table, as its schema reads it. */
  public static List<Relation> find(TableSource source, RunContext run) {
    return new RelationFinder(source, run).find();
  }

  /** The relations of a table, with the keys that its profile knows. */
  public static List<Relation> find(TableSource source, TableProfile profile, RunContext run) {
    List<Relation> found = new ArrayList<>(keys(profile));
    Set<String> unique = new HashSet<>();
    found.forEach(key -> unique.addAll(key.names()));
    for (Relation relation : find(source, run)) {
      boolean contained =
          relation instanceof UniqueKey key && key.columns().stream().anyMatch(unique::contains);
      if (!contained) {
        found.add(relation);
      }
    }
    return List.copyOf(found);
  }

  /** The relations of a canonical copy; columns of text take part as keys only. */
  public static List<Relation> find(Path canonicalParquet, TableProfile profile, RunContext run) {
    int[] positions =
        IntStream.range(0, profile.schema().width())
            .filter(i -> profile.schema().field(i).type() != StorageType.TEXT)
            .toArray();
    if (positions.length == 0) {
      return keys(profile);
    }
    List<Field> fields = IntStream.of(positions).mapToObj(profile.schema()::field).toList();
    try (CanonicalTable table =
        CanonicalTable.open(canonicalParquet, new Schema(fields), positions)) {
      return find(table, profile, run);
    }
  }

  /** In how many rows candidates are looked for; empty for all of a table of so many. */
  public static OptionalLong rowsLookedAt(long rows) {
    return rows > Sample.ROWS ? OptionalLong.of(Sample.ROWS) : OptionalLong.empty();
  }

  private static List<Relation> keys(TableProfile profile) {
    return profile.columns().stream()
        .filter(column -> isKey(column, profile.rows()))
        .map(column -> new UniqueKey(List.of(column.name()), new Support(column.count(), 0)))
        .map(Relation.class::cast)
        .limit(MOST_OF_A_KIND)
        .toList();
  }

  private static boolean isKey(ColumnProfile column, long rows) {
    boolean names =
        column.kind() != Kind.NUMERIC
            && column.kind() != Kind.GEOGRAPHIC
            && column.kind() != Kind.TEXT;
    return names
        && rows >= LEAST_ROWS
        && column.missing() == 0
        && column.distinct() == rows
        && !column.distinctIsEstimate();
  }

  private List<Relation> find() {
    if (source.rowCount() < LEAST_ROWS) {
      return List.of();
    }
    run.progress().at("relations", 0);
    List<Relation> candidates = candidates(Sample.of(source, run));
    List<Relation> found = checked(candidates);
    run.progress().at("relations", 1);
    return ranked(found);
  }

  private List<Relation> candidates(Sample sample) {
    Set<Relation> all = new LinkedHashSet<>(new EqualRelations(sample).find());
    Set<String> copies = new HashSet<>();
    all.forEach(equal -> copies.add(((EqualColumns) equal).copy()));
    NumberRelations numbers = new NumberRelations(sample);
    CategoryRelations categories = new CategoryRelations(sample);
    check();
    all.addAll(without(copies, numbers.sums()));
    all.addAll(without(copies, numbers.products()));
    all.addAll(without(copies, numbers.units()));
    check();
    all.addAll(without(copies, new DateRelations(sample).find()));
    all.addAll(without(copies, categories.flags()));
    check();
    all.addAll(unexplained(all, without(copies, categories.dependencies())));
    all.addAll(unexplained(all, without(copies, numbers.order())));
    check();
    all.addAll(without(copies, new MissingRelations(sample).find()));
    all.addAll(without(copies, numbers.places()));
    all.addAll(without(copies, categories.keys()));
    all.addAll(without(copies, categories.combinations()));
    check();
    return List.copyOf(all);
  }

  private void check() {
    run.cancellation().check();
  }

  private static List<Relation> without(Set<String> copies, List<Relation> relations) {
    return relations.stream()
        .filter(relation -> relation.names().stream().noneMatch(copies::contains))
        .toList();
  }

  /** Leaves out pairs whose columns another relation computes from each other already. */
  private static List<Relation> unexplained(Set<Relation> known, List<Relation> pairs) {
    return pairs.stream()
        .filter(
            pair ->
                known.stream()
                    .filter(
                        other -> other instanceof SumOfColumns || other instanceof DerivedColumn)
                    .noneMatch(other -> other.names().containsAll(pair.names())))
        .toList();
  }

  /** Asks all rows; only columns that some candidate names are read. */
  private List<Relation> checked(List<Relation> candidates) {
    int[] wanted = wanted(candidates);
    if (wanted.length == 0) {
      return List.of();
    }
    TableSource columns = source.only(wanted);
    List<Tally> tallies =
        candidates.stream().map(candidate -> candidate.tally(columns.schema())).toList();
    long rows = source.rowCount();
    AtomicLong done = new AtomicLong();
    int size = Math.clamp(BATCH_CELLS / wanted.length, LEAST_BATCH, BATCH);
    Parallel.inOrder(
        Parallel.blocks(rows, size),
        run,
        block -> columns.read((long) block * size, Math.min(rows, (block + 1L) * size)),
        batch -> {
          Parallel.forEach(tallies.size(), run, i -> tallies.get(i).add(batch));
          run.progress().at("relations", (double) done.addAndGet(batch.rows()) / rows);
        });
    List<Relation> found = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      accepted(candidates.get(i), tallies.get(i).support()).ifPresent(found::add);
    }
    return found;
  }

  private int[] wanted(List<Relation> candidates) {
    return candidates.stream()
        .flatMap(candidate -> candidate.names().stream())
        .distinct()
        .mapToInt(name -> Columns.position(source.schema(), name))
        .toArray();
  }

  private static Optional<Relation> accepted(Relation candidate, Support support) {
    if (candidate instanceof FixedCombinations pair) {
      long all = pair.combinations() + support.exceptions();
      FixedCombinations counted =
          new FixedCombinations(
              pair.columns(), all, pair.possible(), new Support(support.rows(), 0));
      return all <= FEW_COMBINATIONS * pair.possible() ? Optional.of(counted) : Optional.empty();
    }
    boolean enough = support.rows() >= LEAST_ROWS;
    return enough && support.exceptions() <= TOLERATED * support.rows()
        ? Optional.of(candidate.with(support))
        : Optional.empty();
  }

  private static List<Relation> ranked(List<Relation> found) {
    List<Relation> kept = new ArrayList<>();
    for (Class<?> kind : Relation.class.getPermittedSubclasses()) {
      found.stream()
          .filter(kind::isInstance)
          .filter(relation -> !impliedByOthers(relation, found))
          .sorted(Comparator.comparingDouble(relation -> -relation.support().share()))
          .limit(kind == FixedCombinations.class ? MOST_COMBINATIONS : MOST_OF_A_KIND)
          .forEach(kept::add);
    }
    return kept;
  }

  /** Whether an order follows from two others. */
  private static boolean impliedByOthers(Relation relation, List<Relation> found) {
    return relation instanceof Inequality outer
        && found.stream()
            .anyMatch(
                first ->
                    first instanceof Inequality left
                        && left.low().equals(outer.low())
                        && !left.high().equals(outer.high())
                        && ordered(left.high(), outer.high(), found));
  }

  private static boolean ordered(String low, String high, List<Relation> found) {
    return found.stream()
        .anyMatch(
            other ->
                other instanceof Inequality step
                    && step.low().equals(low)
                    && step.high().equals(high));
  }
}
