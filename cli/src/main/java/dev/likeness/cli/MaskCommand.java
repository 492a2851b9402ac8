package dev.likeness.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.plan.TreatmentChoice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code likeness mask}: a table in, the same rows with treated columns out. */
@Command(
    name = "mask",
    description = {
      "Writes the same rows with personal columns treated.",
      "Without --config and --treat, what names people is found and encrypted so that it can be"
          + " had back with the key; dates of birth, ages and postcodes become coarser."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the rows are written, or shown by --dry-run",
      "1:something outside of the data failed, such as a disk",
      "2:wrong command line, configuration, treatment or key file",
      "3:the input cannot be read as a table",
      "130:interrupted"
    })
final class MaskCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "Table to mask; - is standard input.")
  private String input = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "File to write, replaced as a whole; - is standard output.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "What was said about the table and its columns, as the page writes it.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = {
        "Key to encrypt with, made with mode 0600 when it is not there.",
        "Without it the key is thrown away, and nobody can undo the copy."
      })
  private Optional<Path> keyFile = Optional.empty();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "Equal values match in all tables masked with the key of this project.")
  private Optional<String> project = Optional.empty();

  @Option(
      names = "--treat",
      paramLabel = "COLUMN=TREATMENT",
      description = {
        "Treatment of one column, such as email=mask or email=mask{\"keep\":2}; may be repeated.",
        "One of ${COMPLETION-CANDIDATES}."
      },
      completionCandidates = TreatmentNames.class)
  private Map<String, String> treatments = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "Show ten rows before and after, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--enable-caesar-legacy",
      description = {
        "Allow caesar-legacy, which is NOT encryption. You act as the privacy officer;",
        "the treatment itself needs acknowledged = true besides."
      })
  private boolean caesar;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; changes no byte; default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE.json",
      description = "Where to write what was done for each column, without any value.")
  private Optional<Path> summary = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int workers = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (workers < 1) {
      throw wrong("--threads = " + workers + ", expected at least 1");
    }
    if (output.isEmpty() && !dryRun) {
      throw wrong("Missing required option: '--output=OUT'");
    }
    MaskJob job =
        new MaskJob(
            input,
            output.orElse("-"),
            config,
            keyFile,
            project,
            choices(),
            caesar,
            workers,
            summary);
    PersonalData.prepare();
    try (Interruption interruption = Interruption.listen()) {
      if (dryRun) {
        job.preview(Meter.onTerminal(), interruption, spec.commandLine().getOut());
      } else {
        job.run(Meter.onTerminal(), interruption, spec.commandLine().getOut());
      }
    }
    return ExitCode.OK.status();
  }

  private Map<String, TreatmentChoice> choices() {
    Map<String, TreatmentChoice> choices = new LinkedHashMap<>();
    treatments.forEach((column, text) -> choices.put(column, choice(text)));
    return choices;
  }

  private TreatmentChoice choice(String text) {
    int brace = text.indexOf('{');
    if (brace < 0) {
      return TreatmentChoice.of(text, JsonNodeFactory.instance.objectNode());
    }
    try {
      JsonNode options = new ObjectMapper().readTree(text.substring(brace));
      if (options instanceof ObjectNode object) {
        return TreatmentChoice.of(text.substring(0, brace), object);
      }
    } catch (JsonProcessingException e) {
      throw wrong("--treat: options are not JSON, expected such as mask{\"keep\":2}");
    }
    throw wrong("--treat: options are no object, expected such as mask{\"keep\":2}");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
