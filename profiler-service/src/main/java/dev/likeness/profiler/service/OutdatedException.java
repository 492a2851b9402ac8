package dev.likeness.profiler.service;

/** While a profile was made, another reading came in or people said otherwise. */
final class OutdatedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutdatedException() {
    super("the profile was asked for anew while it was made");
  }
}
