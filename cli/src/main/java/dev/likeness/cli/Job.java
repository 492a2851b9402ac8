package dev.likeness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.Fences;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Relations;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.auto.Guidance;
import dev.likeness.table.Field;
import dev.likeness.table.RowSink;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.ReadWarning;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.relation.Relation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file through the engine: canonical copy, profile, fit, sample, CSV.
 *
 * @param input file, or {@code -}
 * @param output file, or {@code -}
 * @param model name of the model
 * @param rows to write; as many as were read when empty
 * @param seed of everything random
 * @param columns names to keep; all when empty
 * @param options of the model, as typed
 * @param wishes what rows shall be like
 * @param relations whether relations are kept
 * @param config what people said about the table
 * @param threads that may work at once
 * @param summary where to write what was done
 */
record Job(
    String input,
    String output,
    String model,
    OptionalLong rows,
    long seed,
    List<String> columns,
    Map<String, String> options,
    Wishes wishes,
    Relations relations,
    Optional<Path> config,
    int threads,
    Optional<Path> summary) {

  /** Does it; whatever goes wrong, no half-written file stays. */
  void run(Meter meter, Cancellation cancellation) {
    RunContext run = new RunContext(threads, meter, cancellation);
    try (meter;
        Workspace workspace = Workspace.create();
        Output target = openOutput()) {
      Summary done = run(workspace, target, new Telling(model, meter), run);
      target.commit();
      done.learntFrom().ifPresent(meter::say);
      if (!done.relationsKept().isEmpty()) {
        meter.say("Kept exactly: " + String.join("; ", done.relationsKept()) + ".");
      }
      if (summary.isPresent()) {
        done.write(summary.get());
      }
    } catch (IOException e) {
      throw Failures.told(e);
    }
  }

  private Output openOutput() throws IOException {
    checkModel();
    return Output.named(output);
  }

  /** A wrong name is told before anything is read. */
  private Synthesizer<?> checkModel() {
    Synthesizer<?> synthesizer = Synthesizers.named(model);
    Synthesizers.bind(synthesizer, options);
    return synthesizer;
  }

  private Summary run(Workspace workspace, Output target, Telling telling, RunContext run)
      throws IOException {
    Stopwatch watch = new Stopwatch();
    Configuration said =
        config.isPresent() ? Configuration.read(config.get()) : Configuration.none();
    Path canonical = workspace.file("table.parquet");
    Reading reading =
        TableReader.ingest(
            Inputs.file(input, workspace), canonical, said.reading(), ReadLimits.defaults(), run);
    said.requireColumns(reading.columns());
    TableProfile profile = PersonalData.profile(canonical, reading, said.amendments(), run);
    TreatmentPlan plan = said.plan(profile, Purpose.SYNTHETIC);
    plan.check(profile, Purpose.SYNTHETIC, Fences.closed());
    double read = watch.lap();
    try (CanonicalTable table = CanonicalTable.open(canonical, profile.schema())) {
      SynthesisRequest request = request(reading.columns());
      Synthesis.checkConditions(table, request, TreatmentPlan.context(profile), plan);
      long wanted = request.rows(rows.orElse(reading.rows()));
      Guidance guidance = telling.of(() -> Synthesis.recommend(profile, plan, request, wanted));
      FittedSynthesizer fitted =
          Synthesis.fit(table, request, TreatmentPlan.context(profile), plan, guidance, run);
      double fit = watch.lap();
      double write = sample(fitted, request, wanted, reading, target, run);
      double sample = watch.lap() - write;
      return summary(
          request, reading, fitted, wanted, telling, new Summary.Seconds(read, fit, sample, write));
    }
  }

  private SynthesisRequest request(List<String> names) {
    List<Integer> positions = new ArrayList<>();
    for (String column : columns) {
      int position = names.indexOf(column);
      if (position < 0) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "column = " + column + ", expected one of " + String.join(", ", names) + ".");
      }
      positions.add(position);
    }
    Synthesizer<?> synthesizer = checkModel();
    Conditions conditions = wishes.read(names);
    checkRows(conditions);
    return new SynthesisRequest(
        model,
        Synthesizers.toJson(Synthesizers.bind(synthesizer, options)),
        seed,
        positions,
        conditions,
        relations);
  }

  private void checkRows(Conditions conditions) {
    if (rows.isPresent() && conditions.rows().isPresent() && !conditions.rows().equals(rows)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--rows = "
              + rows.getAsLong()
              + ", expected "
              + conditions.rows().getAsLong()
              + " as all --group together say, or no --rows.");
    }
  }

  /** Makes the rows; returns the seconds that went into writing them. */
  private static double sample(
      FittedSynthesizer fitted,
      SynthesisRequest request,
      long wanted,
      Reading reading,
      Output target,
      RunContext run)
      throws IOException {
    long[] nanos = new long[1];
    try (CsvWriter writer = CsvWriter.to(target.stream(), fitted.schema(), reading.dialect())) {
      RowSink timed =
          batch -> {
            long begin = System.nanoTime();
            writer.accept(batch);
            nanos[0] += System.nanoTime() - begin;
          };
      Synthesis.sample(fitted, request, wanted, timed, run);
    }
    return nanos[0] / 1e9;
  }

  private Summary summary(
      SynthesisRequest request,
      Reading reading,
      FittedSynthesizer fitted,
      long written,
      Telling telling,
      Summary.Seconds seconds) {
    return new Summary(
        fitted.provenance().model(),
        telling.chosen(),
        fitted.provenance().options(),
        ConditionsJson.write(request.conditions().groups()),
        request.conditions().rebalance().<JsonNode>map(ConditionsJson::write),
        seed,
        reading.rows(),
        fitted.provenance().rows(),
        Synthesis.learnt(fitted.provenance(), request, reading.rows()).sentence(),
        written,
        fitted.schema().fields().stream()
            .filter(field -> !field.isModelled())
            .map(Field::name)
            .toList(),
        fitted.relations().stream().map(Relation::notation).toList(),
        reading.warnings().stream().map(ReadWarning::message).toList(),
        seconds,
        threads,
        PeakMemory.heapBytes(),
        PeakMemory.residentBytes(),
        Version.text());
  }
}
