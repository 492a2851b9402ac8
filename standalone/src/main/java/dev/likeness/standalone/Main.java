package dev.likeness.standalone;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Takes the command line: {@code serve} or {@code demo}. */
@QuarkusMain
@CommandLine.Command(
    name = "likeness",
    subcommands = {ServeCommand.class, DemoCommand.class},
    description = "Synthetic tables that keep the statistics and lose the people.")
public final class Main {

  private Main() {}

  /** Runs and ends the JVM with the exit code of the command. */
  public static void main(String... arguments) {
    int exit =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  System.err.println("likeness: " + ExitCode.reason(failure));
                  return ExitCode.FAILED;
                })
            .execute(arguments);
    System.exit(exit);
  }
}
