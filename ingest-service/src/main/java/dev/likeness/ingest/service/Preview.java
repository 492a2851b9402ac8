package dev.likeness.ingest.service;

import java.util.List;
import java.util.Optional;

/**
 * The first rows of a dataset as they stood.
 *
 * @param columns names
 * @param rows cells; empty where the cell is empty
 */
public record Preview(List<String> columns, List<List<Optional<String>>> rows) {

  /** Rows of a preview within the answer to something else. */
  static final int FIRST_ROWS = 10;
}
