package dev.likeness.platform.problem;

import java.util.Optional;

/**
 * A service's own lines of the table from exceptions to problems, for the exceptions of the engine
 * modules that it uses. Every CDI bean of this type is asked, before the built-in lines.
 */
@FunctionalInterface
public interface ProblemMapping {

  /** The problem behind an exception; empty when it is none of this service's. */
  Optional<Problem> of(Throwable failure);
}
