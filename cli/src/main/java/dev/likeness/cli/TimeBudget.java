package dev.likeness.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of time as people type it: {@code 30}, {@code 30s}, {@code 5m} or {@code 1h}. */
final class TimeBudget {

  private static final Pattern TYPED = Pattern.compile("([1-9][0-9]{0,5})([smh]?)");
  private static final int MINUTE = 60;

  private TimeBudget() {}

  /**
   * Its seconds.
   *
   * @throws CommandFailure when it is none
   */
  static long seconds(String text) {
    Matcher typed = TYPED.matcher(text.strip());
    if (!typed.matches()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--time-budget = " + text + ", expected seconds such as 30s, minutes 5m or hours 1h.");
    }
    long number = Long.parseLong(typed.group(1));
    return switch (typed.group(2)) {
      case "m" -> number * MINUTE;
      case "h" -> number * MINUTE * MINUTE;
      default -> number;
    };
  }
}
