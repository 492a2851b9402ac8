package dev.likeness.cli;

/** What the process tells its caller; scripts may rely on it. */
public enum ExitCode {
  /** The rows are written. */
  OK(0),
  /** Something outside of the data and the model failed, such as a disk. */
  FAILED(1),
  /** The command line is wrong, or names a model, option or column that does not exist. */
  USAGE(2),
  /** The input cannot be read as a table. */
  UNREADABLE(3),
  /** The model could not learn the table or make the rows. */
  MODEL(4),
  /** Somebody pressed Ctrl-C (128 + SIGINT). */
  INTERRUPTED(130),
  /** Whoever read standard output went away, as {@code head} does (128 + SIGPIPE); not told. */
  PIPE_CLOSED(141);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The number that the shell sees. */
  public int status() {
    return status;
  }
}
