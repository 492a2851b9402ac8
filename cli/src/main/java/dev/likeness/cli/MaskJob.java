package dev.likeness.cli;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.Fences;
import dev.likeness.privacy.plan.FileVault;
import dev.likeness.privacy.plan.KeyFile;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.MaskedReport;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file through reading, finding personal data, treating it, and writing it.
 *
 * @param input file, or {@code -}
 * @param output file, or {@code -}
 * @param config what people said about the table
 * @param keyFile of the key; thrown away after use when empty
 * @param project whose values shall match
 * @param treatments of single columns; they win over the configuration
 * @param caesar whether caesar-legacy is allowed
 * @param threads that may work at once
 * @param summary where to write what was done
 */
record MaskJob(
    String input,
    String output,
    Optional<Path> config,
    Optional<Path> keyFile,
    Optional<String> project,
    Map<String, TreatmentChoice> treatments,
    boolean caesar,
    int threads,
    Optional<Path> summary) {

  private static final String STANDARD = "-";
  private static final String TOKENIZE = "tokenize";

  /** Does it; whatever goes wrong, no half-written file stays. */
  void run(Meter meter, Cancellation cancellation, PrintWriter told) {
    RunContext run = new RunContext(threads, meter, cancellation);
    try (meter;
        Workspace workspace = Workspace.create();
        Output target = Output.named(output);
        Output vault = beside(".vault", TOKENIZE);
        Output manifest = beside(".manifest.json", "")) {
      Known known = read(workspace, run);
      KeyFile key = key(known.configuration());
      MaskedReport report = write(known, key, target, vault, manifest, run);
      target.commit();
      vault.commit();
      manifest.commit();
      if (summary.isPresent()) {
        MaskSummary.write(report, summary.get());
      }
      meter.close();
      if (!output.equals(STANDARD)) {
        MaskSummary.print(report, keyNote(key), told);
      }
    } catch (IOException e) {
      throw Failures.told(e);
    }
  }

  /** Shows ten rows before and after. */
  void preview(Meter meter, Cancellation cancellation, PrintWriter told) {
    RunContext run = new RunContext(threads, meter, cancellation);
    try (meter;
        Workspace workspace = Workspace.create()) {
      Known known = read(workspace, run);
      DataKey key = DataKey.generate(scope(known.configuration()));
      MaskedCopy copy = copy(known, key, Vault.NONE);
      meter.close();
      MaskSummary.print(copy.preview(known.canonical()), told);
    } catch (IOException e) {
      throw Failures.told(e);
    }
  }

  /** What is known of the table before it is treated. */
  private record Known(
      Path canonical,
      Reading reading,
      TableProfile profile,
      TreatmentPlan plan,
      Configuration configuration) {}

  private Known read(Workspace workspace, RunContext run) throws IOException {
    Configuration configuration =
        config.isPresent() ? Configuration.read(config.get()) : Configuration.none();
    Path canonical = workspace.file("table.parquet");
    Reading reading =
        TableReader.ingest(
            Inputs.file(input, workspace),
            canonical,
            configuration.reading(),
            ReadLimits.defaults(),
            run);
    configuration.requireColumns(reading.columns());
    TableProfile profile =
        PersonalData.profile(canonical, reading, configuration.amendments(), run);
    TreatmentPlan plan = configuration.plan(profile, Purpose.MASKED_COPY).with(treatments);
    plan.check(profile, Purpose.MASKED_COPY, new Fences(caesar, caesar));
    return new Known(canonical, reading, profile, plan, configuration);
  }

  private KeyScope scope(Configuration configuration) {
    return KeyFile.scope(project.or(configuration::project));
  }

  private KeyFile key(Configuration configuration) throws IOException {
    KeyScope scope = scope(configuration);
    return keyFile.isPresent()
        ? KeyFile.openOrCreate(keyFile.get(), scope)
        : new KeyFile(DataKey.generate(scope), false);
  }

  private static MaskedCopy copy(Known known, DataKey key, Vault vault) {
    return MaskedCopy.of(known.reading(), known.profile(), known.plan(), key, vault);
  }

  private MaskedReport write(
      Known known, KeyFile key, Output target, Output vault, Output manifest, RunContext run)
      throws IOException {
    try (FileVault tokens = FileVault.writing(vault.stream())) {
      MaskedCopy copy = copy(known, key.key(), tokens);
      try (OutputStream notes = manifest.stream()) {
        notes.write(copy.manifest().bytes());
      }
      return copy.write(known.canonical(), target.stream(), run);
    }
  }

  /** What is needed to undo the copy goes beside it, where somebody keeps the key. */
  private Output beside(String suffix, String treatment) throws IOException {
    boolean wanted = treatment.isEmpty() || isChosen(treatment);
    boolean kept = keyFile.isPresent() && !output.equals(STANDARD) && wanted;
    return kept ? Output.named(output + suffix) : Output.nowhere();
  }

  private boolean isChosen(String treatment) throws IOException {
    Configuration configuration =
        config.isPresent() ? Configuration.read(config.get()) : Configuration.none();
    return List.of(treatments, configuration.treatments()).stream()
        .flatMap(chosen -> chosen.values().stream())
        .anyMatch(choice -> choice.name().equals(treatment));
  }

  private String keyNote(KeyFile key) {
    if (keyFile.isEmpty()) {
      return "The key was thrown away: nobody can undo this copy. Give --key-file to keep one.";
    }
    String note = key.created() ? "A new key was made: " : "The key is ";
    return note + keyFile.get() + ". Whoever has it can undo this copy; keep it apart from it.";
  }
}
