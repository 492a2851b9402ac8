package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.plan.Regeneration;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.relation.Relation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A model whose hidden columns are filled in as its rows come out.
 *
 * @param model that never saw them
 * @param regeneration that fills them in
 */
record TreatedModel(FittedSynthesizer model, Regeneration regeneration)
    implements FittedSynthesizer {

  /** The property of a model's header that says how hidden columns are filled in. */
  static final String PROPERTY = "regeneration";

  @Override
  public Schema schema() {
    return regeneration.schema();
  }

  @Override
  public Schema modelled() {
    return model.modelled();
  }

  @Override
  public List<Relation> relations() {
    return model.relations();
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }

  @Override
  public void sample(SampleRequest request, RowSink sink, RunContext context) {
    AtomicLong next = new AtomicLong(request.from());
    model.sample(
        request,
        batch -> {
          long from = next.getAndAdd(batch.rows());
          sink.accept(regeneration.fill(batch, from, request.seed()));
        },
        context);
  }

  @Override
  public ModelFile save() {
    ModelFile file = model.save();
    ObjectNode header = file.header().deepCopy();
    header.set(PROPERTY, regeneration.save());
    return new ModelFile(header, file.tensors());
  }

  /** Puts a model from a file behind what the file says about hidden columns. */
  static FittedSynthesizer load(FittedSynthesizer model, ModelFile file) {
    if (!file.header().has(PROPERTY)) {
      return model;
    }
    try {
      Regeneration regeneration = Regeneration.load(file.header().path(PROPERTY));
      if (regeneration.width() != model.schema().width()) {
        throw new CorruptModelException("hidden columns differ from the schema");
      }
      return new TreatedModel(model, regeneration);
    } catch (CorruptModelException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CorruptModelException("hidden columns cannot be read");
    }
  }
}
