package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.table.condition.Conditions;
import java.util.List;

/**
 * What somebody asks to be learnt from a table. The same request over the same table gives the same
 * rows, wherever it is run.
 *
 * @param model {@link Synthesizer#name()}
 * @param options a JSON object in snake_case; absent ones have their defaults
 * @param seed of the split into training and control rows, of the fit and of the sampled rows
 * @param columns positions, from 0, of the columns to keep; empty for all
 * @param conditions what rows shall be like
 * @param relations what becomes of relations that hold in every training row
 */
public record SynthesisRequest(
    String model,
    JsonNode options,
    long seed,
    List<Integer> columns,
    Conditions conditions,
    Relations relations) {

  /** The seed that is used when nobody gives one. */
  public static final long DEFAULT_SEED = 42;

  /** Copies the list. */
  public SynthesisRequest {
    columns = List.copyOf(columns);
  }

  /** Rows may be like anything, and relations are kept. */
  public SynthesisRequest(String model, JsonNode options, long seed, List<Integer> columns) {
    this(model, options, seed, columns, Conditions.none(), Relations.KEEP);
  }

  /** Relations are kept. */
  public SynthesisRequest(
      String model, JsonNode options, long seed, List<Integer> columns, Conditions conditions) {
    this(model, options, seed, columns, conditions, Relations.KEEP);
  }

  /** The same with conditions. */
  public SynthesisRequest with(Conditions wished) {
    return new SynthesisRequest(model, options, seed, columns, wished, relations);
  }

  /** The same with relations kept or left to the model. */
  public SynthesisRequest with(Relations kept) {
    return new SynthesisRequest(model, options, seed, columns, conditions, kept);
  }

  /** Number of rows: what the conditions say, or as many as wanted. */
  public long rows(long wanted) {
    return conditions.rows().orElse(wanted);
  }

  /** All columns and default options. */
  public static SynthesisRequest of(String model, long seed) {
    return new SynthesisRequest(model, JsonNodeFactory.instance.objectNode(), seed, List.of());
  }
}
