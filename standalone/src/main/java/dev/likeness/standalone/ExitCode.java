package dev.likeness.standalone;

import dev.likeness.standalone.embedded.StartException;

/** What the process tells its caller, 143 of SIGTERM beside them. */
public final class ExitCode {

  /** All went well. */
  public static final int OK = 0;

  /** It failed; one line on standard error says why. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** It was interrupted (128 + SIGINT). */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The reason in one line for people. */
  public static String reason(Throwable failure) {
    if (failure instanceof StartException) {
      return failure.getMessage();
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
