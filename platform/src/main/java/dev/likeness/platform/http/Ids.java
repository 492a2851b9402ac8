package dev.likeness.platform.http;

import dev.likeness.platform.problem.Problems;
import java.util.UUID;

/** Ids in paths and queries. A text that is no id names nothing, as an id of nobody does. */
public final class Ids {

  private Ids() {}

  /** The id of a dataset; a problem {@code dataset-not-found} for what is no id. */
  public static UUID dataset(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problems.datasetNotFound().toException();
    }
  }

  /** The id of a job; a problem {@code job-not-found} for what is no id. */
  public static UUID job(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problems.jobNotFound().toException();
    }
  }
}
