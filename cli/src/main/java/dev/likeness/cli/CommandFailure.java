package dev.likeness.cli;

/** The job cannot be done; the message is one line for people: the cause, then the remedy. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  CommandFailure(ExitCode exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** What the process ends with. */
  ExitCode exit() {
    return exit;
  }
}
