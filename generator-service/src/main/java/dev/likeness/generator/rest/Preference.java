package dev.likeness.generator.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The preference {@code wait=n} of RFC 7240.
 *
 * @param length how long to wait, at most 30 seconds
 */
record Preference(Duration length) {

  /** Header of the answer that names the preferences that were honoured. */
  static final String APPLIED = "Preference-Applied";

  private static final int LONGEST = 30;
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,6})");

  /** The preference in a header {@code Prefer}, if it is there. */
  static Optional<Preference> wait(Optional<String> header) {
    return header
        .map(WAIT::matcher)
        .filter(Matcher::find)
        .map(found -> Math.min(LONGEST, Integer.parseInt(found.group(1))))
        .map(seconds -> new Preference(Duration.ofSeconds(seconds)));
  }

  /** As it is named in the answer. */
  String text() {
    return "wait=" + length.toSeconds();
  }
}
