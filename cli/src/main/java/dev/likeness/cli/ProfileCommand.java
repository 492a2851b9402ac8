package dev.likeness.cli;

import dev.likeness.privacy.detect.PersonalData;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code likeness profile}: what the columns of a file are, and what they tell about people. */
@Command(
    name = "profile",
    description = {
      "Says of each column what it is and what it tells about people. Below stand who can be"
          + " singled out, and what holds between columns, such as sums.",
      "Roles: direct (names a person by itself), quasi (singles people out together with others),"
          + " sensitive (nobody else should know), none."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the profile is written",
      "1:something outside of the data failed, such as a disk",
      "2:wrong command line or configuration",
      "3:the input cannot be read as a table",
      "130:interrupted"
    })
final class ProfileCommand implements Callable<Integer> {

  private static final int UNKNOWN_WIDTH = 80;

  @Parameters(paramLabel = "FILE", description = "Table to look at; - is standard input.")
  private String input = "-";

  @Option(names = "--json", description = "Write JSON instead of a table for people.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "PAGE.html",
      description = "Write a page that needs nothing else; - is standard output.")
  private Optional<String> html = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description =
          "What was said about the table and its columns, as the page writes it; it wins over what"
              + " is found.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--save-config",
      paramLabel = "FILE.json",
      description =
          "Write what was found about people, and what --config said, as a file for --config and"
              + " the page.")
  private Optional<String> saved = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      defaultValue = "-",
      description = "Where the table or the JSON goes; default: standard output.")
  private String output = "-";

  @Option(names = "--evidence", description = "Show all signs that speak for each role.")
  private boolean evidence;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; changes no byte; default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    int workers = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (workers < 1) {
      throw wrong("--threads = " + workers + ", expected at least 1");
    }
    boolean page = html.filter("-"::equals).isPresent();
    Optional<String> told = page ? Optional.empty() : Optional.of(output);
    ProfileJob job =
        new ProfileJob(input, config, saved, told, html, json, evidence, width(), workers);
    PersonalData.prepare();
    try (Interruption interruption = Interruption.listen()) {
      job.run(Meter.onTerminal(), interruption);
    }
    return ExitCode.OK.status();
  }

  /** As wide as the terminal says it is. */
  private static int width() {
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    return columns.matches("\\d{2,4}")
        ? Integer.parseInt(columns)
        : Integer.getInteger("likeness.columns", UNKNOWN_WIDTH);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
