package dev.likeness.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Takes the command line. */
@Command(
    name = "likeness",
    subcommands = {
      SynthesizeCommand.class,
      MaskCommand.class,
      RevealCommand.class,
      AuditCommand.class
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = "Synthetic tables that keep the statistics and lose the people.")
public final class Main {

  private Main() {}

  /** Runs and ends the JVM with one of the {@link ExitCode}s. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          CommandFailure told = Failures.told(failure);
          command.getErr().println("likeness: " + told.getMessage());
          return told.exit().status();
        });
    line.setParameterExceptionHandler(
        (failure, given) -> {
          CommandLine command = failure.getCommandLine();
          command.getErr().println("likeness: " + failure.getMessage());
          command.getErr().println("See: ./likeness " + command.getCommandName() + " --help");
          return ExitCode.USAGE.status();
        });
    return line.execute(arguments);
  }
}
