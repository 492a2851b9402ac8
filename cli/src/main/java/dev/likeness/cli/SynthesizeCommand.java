package dev.likeness.cli;

import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.synthesis.Relations;
import dev.likeness.synthesis.SynthesisRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code likeness synthesize}: a CSV in, a synthetic CSV out. */
@Command(
    name = "synthesize",
    description = "Learns a CSV file and writes synthetic rows like it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the rows are written",
      "1:something outside of the data failed, such as a disk",
      "2:wrong command line, or an unknown model, option or column",
      "3:the input cannot be read as a table",
      "4:the model failed",
      "130:interrupted"
    })
final class SynthesizeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "IN.csv", description = "File to learn; - is standard input.")
  private String input = "-";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.csv",
      description = "File to write, replaced as a whole; - is standard output.")
  private String output = "-";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "auto",
      completionCandidates = ModelNames.class,
      description =
          "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}, which picks one, says why, and"
              + " takes the next where it fails.")
  private String model = "auto";

  @Option(
      names = "--time-budget",
      paramLabel = "30s",
      description =
          "With --model auto: time that learning and making rows may take, by estimate for two"
              + " cores; seconds, or with m or h minutes or hours.")
  private Optional<String> timeBudget = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows to write; default: as many as were read.")
  private Optional<Long> rows = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + SynthesisRequest.DEFAULT_SEED,
      description = "Same file, options and seed, same bytes; default ${DEFAULT-VALUE}.")
  private long seed = SynthesisRequest.DEFAULT_SEED;

  @Option(
      names = "--columns",
      paramLabel = "a,b",
      split = ",",
      description = "Columns to keep, by name; default: all.")
  private List<String> columns = List.of();

  @Option(
      names = "--option",
      paramLabel = "key=value",
      description = "An option of the model; may be repeated.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--condition",
      paramLabel = "COND",
      description =
          "What every row fulfils, such as 'age>=30', 'income=>50K', 'state in CA,NY', 'phone is"
              + " missing'; operators: = != < <= > >= in; quote names and values with \"; may be"
              + " repeated, then all hold.")
  private List<String> conditions = List.of();

  @Option(
      names = "--group",
      paramLabel = "'N: COND'",
      description =
          "So many rows that fulfil a condition more, such as '500: churn=yes'; may be repeated;"
              + " groups come one after another.")
  private List<String> groups = List.of();

  @Option(
      names = "--rebalance",
      paramLabel = "'COL: VALUE=SHARE,...'",
      description =
          "Shares of a column's values, such as 'churn: yes=0.5, no=0.5'; what is left of 1 goes to"
              + " all other values; (missing) stands for no value.")
  private Optional<String> rebalance = Optional.empty();

  @Option(
      names = "--relations",
      paramLabel = "keep|off",
      defaultValue = "keep",
      description =
          "Whether relations that hold in every row that is learnt (equal columns, sums, what"
              + " follows from what, orders) hold in every row that is written; default"
              + " ${DEFAULT-VALUE}.")
  private String relations = "keep";

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "What was said about the table and its columns, as the page writes it.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; changes no byte; default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE.json",
      description = "Where to write what was done, how long it took and how much memory.")
  private Optional<Path> summary = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OptionalLong wanted = rows.map(OptionalLong::of).orElse(OptionalLong.empty());
    check(wanted.isEmpty() || wanted.getAsLong() >= 1, "--rows = " + wanted.orElse(0));
    int workers = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    check(workers >= 1, "--threads = " + workers);
    Job job =
        new Job(
            input,
            output,
            model,
            wanted,
            seed,
            columns,
            options(),
            new Wishes(conditions, groups, rebalance),
            relations(),
            config,
            workers,
            summary);
    PersonalData.prepare();
    try (Interruption interruption = Interruption.listen()) {
      job.run(Meter.onTerminal(), interruption);
    }
    return ExitCode.OK.status();
  }

  /** The options of the model, with the time budget among them. */
  private Map<String, String> options() {
    Map<String, String> all = new LinkedHashMap<>(options);
    timeBudget.ifPresent(
        text -> all.put("time_budget_seconds", Long.toString(TimeBudget.seconds(text))));
    return Map.copyOf(all);
  }

  private Relations relations() {
    return Relations.of(relations)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--relations = " + relations + ", expected keep or off"));
  }

  private void check(boolean holds, String given) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), given + ", expected at least 1");
    }
  }
}
