package dev.likeness.cli;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.RelationFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file through reading and profiling.
 *
 * @param input file, or {@code -}
 * @param config what people say about the table
 * @param saved where a configuration of what was found goes
 * @param output of the table or the JSON: file, or {@code -}; nowhere when empty
 * @param html where a page goes: file, or {@code -}
 * @param json whether the output is JSON
 * @param evidence whether the table shows all signs
 * @param width of the terminal in characters
 * @param threads that may work at once
 */
record ProfileJob(
    String input,
    Optional<Path> config,
    Optional<String> saved,
    Optional<String> output,
    Optional<String> html,
    boolean json,
    boolean evidence,
    int width,
    int threads) {

  /** Does it; whatever goes wrong, no half-written file stays. */
  void run(Meter meter, Cancellation cancellation) {
    RunContext run = new RunContext(threads, meter, cancellation);
    try (meter;
        Workspace workspace = Workspace.create()) {
      ProfileReport report = report(workspace, run);
      meter.close();
      if (saved.isPresent()) {
        write(saved.get(), report.configuration());
      }
      if (html.isPresent()) {
        write(html.get(), ProfilePage.of(report));
      }
      if (output.isPresent()) {
        write(output.get(), json ? report.json() : ProfileText.of(report, evidence, width));
      }
    } catch (IOException e) {
      throw Failures.told(e);
    }
  }

  private ProfileReport report(Workspace workspace, RunContext run) throws IOException {
    Path canonical = workspace.file("table.parquet");
    Configuration said =
        config.isPresent() ? Configuration.read(config.get()) : Configuration.none();
    Path file = Inputs.file(input, workspace);
    Reading reading =
        TableReader.ingest(file, canonical, said.reading(), ReadLimits.defaults(), run);
    said.requireColumns(reading.columns());
    TableProfile profile = PersonalData.profile(canonical, reading, said.amendments(), run);
    Exposure exposure = Exposure.of(canonical, profile, run);
    List<Relation> relations = RelationFinder.find(canonical, profile, run);
    String name = input.equals("-") ? "standard input" : file.getFileName().toString();
    return new ProfileReport(
        name,
        PersonalData.rowsLookedAt(profile),
        reading,
        profile,
        exposure,
        relations,
        said,
        Version.text());
  }

  private static void write(String where, String text) throws IOException {
    try (Output target = Output.named(where)) {
      target.stream().write(text.getBytes(StandardCharsets.UTF_8));
      target.commit();
    }
  }
}
