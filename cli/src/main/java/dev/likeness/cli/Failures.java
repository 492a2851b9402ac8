package dev.likeness.cli;

import dev.likeness.numerics.CancelledException;
import dev.likeness.privacy.key.KeyUnavailableException;
import dev.likeness.privacy.plan.InvalidPlanException;
import dev.likeness.synthesis.UnknownModelException;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.synthesis.auto.NoModelException;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.io.UnreadableTableException;
import dev.likeness.table.options.InvalidOptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** The one table from exceptions to what people are told. */
final class Failures {

  private Failures() {}

  /** What to say about a failure and what to end with. */
  static CommandFailure told(Throwable failure) {
    return switch (failure) {
      case CommandFailure told -> told;
      case CancelledException cancelled ->
          new CommandFailure(ExitCode.INTERRUPTED, "interrupted; nothing was written.");
      case UnreadableTableException unreadable ->
          new CommandFailure(
              ExitCode.UNREADABLE, unreadable.getMessage() + " " + unreadable.remedy());
      case UnknownModelException unknown ->
          new CommandFailure(ExitCode.USAGE, unknown.getMessage() + ".");
      case InvalidOptionException invalid ->
          new CommandFailure(
              ExitCode.USAGE, "option " + invalid.getMessage() + ". See --help for all options.");
      case InvalidConditionException condition ->
          new CommandFailure(ExitCode.USAGE, "condition: " + sentence(condition.getMessage()));
      case UnmetConditionException unmet ->
          new CommandFailure(ExitCode.USAGE, unmet.getMessage() + ".");
      case InvalidPlanException plan -> new CommandFailure(ExitCode.USAGE, plan.getMessage() + ".");
      case KeyUnavailableException key ->
          new CommandFailure(ExitCode.USAGE, key.getMessage() + " " + key.remedy());
      case NoModelException none -> new CommandFailure(ExitCode.MODEL, none.getMessage());
      case OutOfMemoryError full ->
          new CommandFailure(
              ExitCode.MODEL,
              "the table does not fit into "
                  + (Runtime.getRuntime().maxMemory() >> 20)
                  + " MB of memory. Give more with LIKENESS_JAVA_OPTS=-Xmx8g, or fewer --columns.");
      case UncheckedIOException wrapped -> told(wrapped.getCause());
      case IOException closed when closed(closed) ->
          new CommandFailure(ExitCode.PIPE_CLOSED, "the reader of standard output went away.");
      case IOException broken -> new CommandFailure(ExitCode.FAILED, io(broken));
      case IllegalArgumentException refused ->
          new CommandFailure(ExitCode.MODEL, "the model refused: " + refused.getMessage() + ".");
      default -> new CommandFailure(ExitCode.MODEL, internal(failure));
    };
  }

  private static String sentence(String message) {
    return message.endsWith("?") ? message : message + ".";
  }

  private static boolean closed(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  private static String io(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no file " + missing.getFile() + ".";
      case AccessDeniedException denied ->
          "no permission for " + denied.getFile() + ". Choose another file or folder.";
      case FileSystemException broken -> broken.getFile() + ": " + broken.getReason() + ".";
      default -> "reading or writing failed: " + failure.getMessage() + ".";
    };
  }

  /** Where, but not what: the message of an unexpected exception may hold a value of the data. */
  private static String internal(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "an unknown place" : trace[0].toString();
    return "internal error ("
        + failure.getClass().getSimpleName()
        + " at "
        + where
        + "). Please report this line.";
  }
}
