package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Column;
import dev.likeness.table.StorageType;
import dev.likeness.table.condition.ValueSet;
import java.util.Map;
import java.util.Optional;

/**
 * The distribution of one column as a map from a few uniform numbers, its latents: they become a
 * value of the column, and a value becomes the interval of each latent that would give it.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
public sealed interface ColumnEncoding permits CategoryEncoding, QuantileEncoding {

  /** The type of the columns that it takes and makes. */
  StorageType type();

  /** Number of latents, at least 1. */
  int latents();

  /**
   * Makes values.
   *
   * @param uniforms (latents, rows), in (0, 1)
   */
  Column decode(double[][] uniforms);

  /**
   * Finds the interval of each latent that each row's value stands for; a latent that has no say in
   * a value may be anything in (0, 1).
   *
   * @param column of the type that this was learnt from
   * @param lower (latents, rows), receives the lower ends
   * @param upper (latents, rows), receives the upper ends, not below the lower
   */
  void intervals(Column column, double[][] lower, double[][] upper);

  /**
   * Where latents lie when the value is in a set.
   *
   * @return empty when no latents give such a value
   * @throws IllegalArgumentException when the set is for columns of another type
   */
  Optional<Region> region(ValueSet set);

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
