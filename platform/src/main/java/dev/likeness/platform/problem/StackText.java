package dev.likeness.platform.problem;

import java.util.StringJoiner;

/**
 * Where an exception came from, without what it says: messages of libraries quote values ({@code
 * For input string: "…"}), and values do not belong in a log.
 */
final class StackText {

  private static final int FRAMES = 25;
  private static final int CAUSES = 5;

  private StackText() {}

  /** Class names and frames of an exception and its causes. */
  static String of(Throwable failure) {
    StringJoiner text = new StringJoiner("\n");
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++) {
      text.add((depth == 0 ? "" : "caused by ") + cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.add("    at " + frames[i]);
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
