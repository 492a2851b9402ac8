package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Column;
import dev.likeness.table.StorageType;
import java.util.Map;

/**
 * The distribution of one column as a map from the unit interval: a uniform number becomes a value of
 * the column, and a value becomes the interval of uniform numbers that would give it.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public sealed interface ColumnEncoding permits CategoryEncoding, QuantileEncoding {

  /** The type of the columns that it takes and makes. */
  StorageType type();

  /**
   * Share of missing values that an indicator latent of its own decides about. 0 where nothing is
   * missing, and for categories, whose missing value is a level like others.
   */
  double missingShare();

  /**
   * Makes values.
   *
   * @param uniforms one in (0, 1) for each row
   * @param missing one in (0, 1) for each row, or empty where {@link #missingShare} is 0: a number
   *     below the share makes the row's value missing
   */
  Column decode(double[] uniforms, double[] missing);

  /**
   * Finds the interval of uniform numbers that each row's value stands for. A missing number may be
   * anything, so it gets (0, 1).
   *
   * @param column of the type that this was learnt from
   * @param lower receives the lower end for each row
   * @param upper receives the upper end for each row, not below the lower
   */
  void intervals(Column column, double[] lower, double[] upper);

  /** Writes everything into a model: small things into the header, arrays into the tensors. */
  void save(ObjectNode header, Map<String, Object> tensors, String prefix);

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws CorruptModelException when it cannot have been written by it
   */
  static ColumnEncoding load(JsonNode header, ModelFile file, String prefix) {
    return switch (header.path("encoding").asText()) {
      case CategoryEncoding.NAME -> CategoryEncoding.load(header, file, prefix);
      case QuantileEncoding.NAME -> QuantileEncoding.load(header, file, prefix);
      default -> throw new CorruptModelException("encoding of a column is unknown");
    };
  }
}
