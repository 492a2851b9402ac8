package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Field;
import dev.likeness.table.TableJson;
import dev.likeness.table.relation.DerivedColumn;
import dev.likeness.table.relation.EqualColumns;
import dev.likeness.table.relation.FixedCombinations;
import dev.likeness.table.relation.FunctionalDependency;
import dev.likeness.table.relation.Inequality;
import dev.likeness.table.relation.OneHotGroup;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.SumOfColumns;

/** Steps in a model file. */
final class StepJson {

  private static final ObjectMapper STRICT =
      TableJson.mapper()
          .copy()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private StepJson() {}

  static JsonNode write(Relation relation) {
    try {
      return STRICT.readTree(STRICT.writerFor(Relation.class).writeValueAsBytes(relation));
    } catch (java.io.IOException e) {
      throw new IllegalStateException("a relation cannot be written", e);
    }
  }

  /**
   * The step that was saved.
   *
   * @param frame columns that are left when it is taken, without rows
   */
  static Step read(JsonNode node, ModelFile file, String prefix, Frame frame) {
    Relation relation = relation(node.path("relation"));
    return switch (relation) {
      case EqualColumns equal -> copy(equal, node.path("kept").asText(), frame);
      case OneHotGroup group ->
          FlagsStep.load(
              group,
              group.columns().stream().map(name -> frame.get(name).field()).toList(),
              node,
              file,
              prefix);
      case SumOfColumns sum -> new ComputedStep(sum, frame.get(sum.total()).field());
      case DerivedColumn derived -> new ComputedStep(derived, frame.get(derived.column()).field());
      case FunctionalDependency pair ->
          LookupStep.load(pair, frame.get(pair.dependent()).field(), node, file, prefix);
      case Inequality order when !node.has("gap") -> new RaiseStep(order);
      case Inequality order -> {
        boolean low = node.path("kept").asText().equals(order.low());
        Field other = frame.get(low ? order.high() : order.low()).field();
        yield GapStep.load(order, other, node);
      }
      case FixedCombinations pair ->
          CombinationStep.load(
              pair,
              pair.columns().stream().map(name -> frame.get(name).field()).toList(),
              node,
              file,
              prefix);
      default -> throw new CorruptModelException("a relation is one that no model keeps");
    };
  }

  private static CopyStep copy(EqualColumns equal, String kept, Frame frame) {
    if (!equal.names().contains(kept) || equal.column().equals(equal.copy())) {
      throw new CorruptModelException("a copy has no original");
    }
    String copy = kept.equals(equal.column()) ? equal.copy() : equal.column();
    if (frame.get(kept).field().type() != frame.get(copy).field().type()) {
      throw new CorruptModelException("a copy is of another type than its original");
    }
    return new CopyStep(equal, kept, frame.get(copy).field());
  }

  private static Relation relation(JsonNode node) {
    try {
      Relation relation = STRICT.treeToValue(node, Relation.class);
      if (relation == null || relation.names().stream().anyMatch(String::isEmpty)) {
        throw new CorruptModelException("a relation names no columns");
      }
      return relation;
    } catch (JsonProcessingException e) {
      throw new CorruptModelException("a relation cannot be read");
    }
  }
}
