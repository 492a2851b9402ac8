package dev.likeness.evaluator.service;

import dev.likeness.evaluation.Counterparts;
import dev.likeness.evaluator.config.EvaluatorConfig;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.table.Field;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.TableReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Reads the three tables of an evaluation: the rows that the model learnt from, those that it never
 * saw, and those that it made.
 *
 * <p>Of a table with more than {@code likeness.evaluator.max-rows} rows, as many are drawn at
 * random by the seed of the job's split, so that an evaluation of any size fits into memory; the
 * report says so.
 *
 * <p>Rows that were made under conditions are compared with those real rows that fulfil them, where
 * there are enough ({@link Counterparts}).
 */
@ApplicationScoped
public class ComparedTables {

  private final EvaluatorConfig config;
  private final ObjectStore store;
  private final Readings readings;

  ComparedTables(EvaluatorConfig config, ObjectStore store, Readings readings) {
    this.config = config;
    this.store = store;
    this.readings = readings;
  }

  /**
   * Three tables with the same columns.
   *
   * @param training rows that the model learnt from
   * @param control rows that it never saw
   * @param synthetic rows that it made
   * @param with which real rows these are, in a sentence, where conditions were asked for
   * @param notes what a reader of the report should know about the choice of rows
   */
  record Compared(
      Table training, Table control, Table synthetic, Optional<String> with, List<String> notes) {}

  /** Reads them, as the profile that the job was pinned to understands them. */
  Compared read(EvaluationTask task, RunContext run) throws IOException {
    Schema all = readings.schema(task.profile());
    Schema schema =
        new Schema(
            task.columns().stream()
                .map(i -> task.treated().contains(i) ? hidden(all.field(i)) : all.field(i))
                .toList());
    List<String> notes = new ArrayList<>();
    CounterRandom random = CounterRandom.of(task.split().seed()).derive("evaluation");
    int most = config.maxRows();
    try (LocalObject file = store.local(task.canonical());
        CanonicalTable real = CanonicalTable.open(file.path(), schema, task.positions())) {
      Counterparts wanted = counterparts(task, file.path(), all, run);
      LongPredicate learnt = row -> wanted.contains(row) && !task.split().isControl(row);
      LongPredicate held = row -> wanted.contains(row) && task.split().isControl(row);
      RowSample rows = RowSample.of(real, run.cancellation());
      Table training = rows.take(learnt, most, random.derive("train"));
      Table control = rows.take(held, most, random.derive("control"));
      noteIfDrawn(
          notes,
          "training and control",
          training.rows() + control.rows(),
          wanted.count(real.rowCount()));
      Table synthetic = synthetic(task, schema, random.derive("synthetic"), notes, run);
      return new Compared(training, control, synthetic, wanted.sentence(), notes);
    }
  }

  private Counterparts counterparts(EvaluationTask task, Path canonical, Schema all, RunContext run)
      throws IOException {
    if (task.conditions().isEmpty()) {
      return Counterparts.all();
    }
    Conditions conditions = readings.conditions(task.conditions().get());
    try (CanonicalTable table = CanonicalTable.open(canonical, all)) {
      return Counterparts.of(table, task.split(), conditions, run.cancellation());
    }
  }

  private Table synthetic(
      EvaluationTask task, Schema schema, CounterRandom random, List<String> notes, RunContext run)
      throws IOException {
    try (Scratch scratch = store.scratch()) {
      Path canonical = readBack(task, schema.width(), scratch, run);
      try (CanonicalTable rows = CanonicalTable.open(canonical, schema)) {
        Table table =
            RowSample.of(rows, run.cancellation()).take(row -> true, config.maxRows(), random);
        noteIfDrawn(notes, "synthetic", table.rows(), rows.rowCount());
        return table;
      }
    }
  }

  /** The masked rows as a canonical copy in a folder of its own. */
  Path masked(EvaluationTask task, Scratch scratch, RunContext run) throws IOException {
    return readBack(task, task.columns().size(), scratch, run);
  }

  private Path readBack(EvaluationTask task, int width, Scratch scratch, RunContext run)
      throws IOException {
    try (LocalObject csv = store.local(task.csv())) {
      Path canonical = scratch.file("made.parquet");
      Dialect dialect = readings.reading(task.reading()).dialect();
      TableReader.readBack(csv.path(), canonical, dialect, width, run);
      return canonical;
    }
  }

  /** A column that holds other things than the source, on purpose. */
  private static Field hidden(Field field) {
    return new Field(
        field.name(), field.type(), field.measure(), Role.DIRECT_IDENTIFIER, field.format());
  }

  private static void noteIfDrawn(List<String> notes, String which, long drawn, long all) {
    if (drawn < all) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Of %,d %s rows %,d were drawn at random and compared.",
              all,
              which,
              drawn));
    }
  }
}
