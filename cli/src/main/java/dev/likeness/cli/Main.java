package dev.likeness.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Takes the command line. */
@Command(
    name = "likeness",
    subcommands = {
      ProfileCommand.class,
      MaskCommand.class,
      SynthesizeCommand.class,
      RevealCommand.class,
      AuditCommand.class,
      CompletionCommand.class
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
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          CommandFailure told = Failures.told(failure);
          if (told.exit() != ExitCode.PIPE_CLOSED) {
            command.getErr().println("likeness: " + told.getMessage());
          }
          return told.exit().status();
        });
    line.setParameterExceptionHandler(
        (failure, given) -> {
          CommandLine command = failure.getCommandLine();
          command.getErr().println("likeness: " + said(failure.getMessage()));
          command.getErr().println("See: ./likeness " + command.getCommandName() + " --help");
          return ExitCode.USAGE.status();
        });
    return line;
  }

  /** The parser says "option" before each name, also of an option that is called so. */
  private static String said(@Nullable String message) {
    return message == null ? "wrong command line" : message.replace("option option ", "option ");
  }
}
