package dev.likeness.profiler.service;

/** What is known about a dataset's columns. */
public sealed interface FoundProfile {

  /** Nothing yet. */
  record Pending() implements FoundProfile {}

  /**
   * There will be nothing.
   *
   * @param code why
   */
  record Failed(String code) implements FoundProfile {}

  /**
   * All.
   *
   * @param version of the profile
   * @param stored what the columns are and who can be singled out
   * @param said what people said about them
   */
  record Ready(int version, StoredProfile stored, Said said) implements FoundProfile {}
}
