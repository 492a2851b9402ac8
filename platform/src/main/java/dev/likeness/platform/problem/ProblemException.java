package dev.likeness.platform.problem;

/**
 * Ends a request, or a work item for good, with a problem. Its message is the problem's code, so
 * that a log line about it says nothing about anybody's data.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  /** Throws away what the caller was doing, with this explanation. */
  public static ProblemException of(Problem problem) {
    return new ProblemException(problem);
  }

  /** What to tell the reader. */
  public Problem problem() {
    return problem;
  }
}
