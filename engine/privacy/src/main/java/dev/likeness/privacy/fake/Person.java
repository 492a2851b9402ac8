package dev.likeness.privacy.fake;

import java.util.Optional;

/**
 * What the rest of a row says about whom it is about.
 *
 * @param pool of the language of names
 * @param gender of given names
 * @param given the original given name, where a column of the row has it
 * @param family the original family name
 * @param region two letters of the country that a phone number must fit, where that is not the
 *     number's own affair
 */
public record Person(
    Pool pool,
    Gender gender,
    Optional<String> given,
    Optional<String> family,
    Optional<String> region) {

  /** Somebody of whom nothing else is known. */
  public static Person unknown(Pool pool) {
    return new Person(pool, Gender.ANY, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
