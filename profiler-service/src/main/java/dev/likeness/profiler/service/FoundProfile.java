package dev.likeness.profiler.service;

import dev.likeness.table.profile.TableProfile;

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
   * @param table what the columns are
   */
  record Ready(int version, TableProfile table) implements FoundProfile {}
}
