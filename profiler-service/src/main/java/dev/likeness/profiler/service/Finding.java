package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;

/** What is known of something between columns. */
public sealed interface Finding {

  /** Nothing yet. */
  record Pending() implements Finding {}

  /**
   * There will be nothing.
   *
   * @param code why
   */
  record Failed(String code) implements Finding {}

  /**
   * All.
   *
   * @param version of the profile
   * @param json what was found
   */
  record Found(int version, JsonNode json) implements Finding {}
}
