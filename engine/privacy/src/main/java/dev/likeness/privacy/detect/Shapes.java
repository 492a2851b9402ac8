package dev.likeness.privacy.detect;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tests of values by their shape; the expression is read once. */
final class Shapes {

  private Shapes() {}

  /** Whether a whole value has the shape of a regular expression. */
  static Predicate<String> like(String expression) {
    return Pattern.compile(expression).asMatchPredicate();
  }
}
