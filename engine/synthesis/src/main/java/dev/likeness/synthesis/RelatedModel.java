package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.relation.RelationEncoding;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.relation.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A model of a table without what follows from the rest of it, which is put back as rows come out.
 *
 * @param model of the smaller table
 * @param encoding that makes rows whole
 */
record RelatedModel(FittedSynthesizer model, RelationEncoding encoding)
    implements FittedSynthesizer {

  /** The property of a model's header that says how relations are kept. */
  static final String PROPERTY = "relations";

  /** The model around another one; it tells likelihoods if that one does. */
  static FittedSynthesizer of(FittedSynthesizer model, RelationEncoding encoding) {
    RelatedModel related = new RelatedModel(model, encoding);
    return model instanceof LikelihoodModel likelihood ? new Likely(related, likelihood) : related;
  }

  @Override
  public Schema schema() {
    return encoding.schema();
  }

  @Override
  public List<Relation> relations() {
    return encoding.relations();
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }

  @Override
  public void sample(SampleRequest request, RowSink sink, RunContext context) {
    AtomicLong next = new AtomicLong(request.from());
    RowSink whole =
        batch -> {
          long from = next.getAndAdd(batch.rows());
          sink.accept(encoding.restore(batch, from, request.seed()));
        };
    SampleRequest reduced = request.with(plan(request.plan()));
    try {
      model.sample(reduced, whole, context);
    } catch (UnmetConditionException e) {
      throw named(e);
    }
  }

  private RowPlan plan(RowPlan whole) {
    return new RowPlan(
        whole.stretches().stream()
            .map(stretch -> new RowPlan.Stretch(stretch.parts().stream().map(this::part).toList()))
            .toList());
  }

  private RowPlan.Part part(RowPlan.Part whole) {
    return whole.restriction().isFree()
        ? whole
        : new RowPlan.Part(encoding.restrict(whole.restriction()), whole.rows());
  }

  /** The exception of the model inside, in words of the whole table. */
  private UnmetConditionException named(UnmetConditionException inside) {
    List<Integer> positions =
        inside.positions().stream()
            .filter(position -> position < encoding.reduced().width())
            .flatMap(position -> encoding.standsFor(position).stream())
            .distinct()
            .toList();
    List<String> names = positions.stream().map(i -> schema().field(i).name()).toList();
    return new UnmetConditionException(positions, names, inside.reason());
  }

  @Override
  public ModelFile save() {
    ModelFile file = model.save();
    ObjectNode header = file.header().deepCopy();
    Map<String, Object> tensors = new HashMap<>(file.tensors());
    header.set(PROPERTY, encoding.save(tensors));
    return new ModelFile(header, tensors);
  }

  /** Puts a model from a file behind what the file says about relations. */
  static FittedSynthesizer load(FittedSynthesizer model, ModelFile file) {
    return file.header().has(PROPERTY)
        ? of(model, RelationEncoding.load(file.header().path(PROPERTY), file, model.schema()))
        : model;
  }

  /**
   * The same around a model that tells how likely rows are.
   *
   * @param related what it is otherwise
   * @param model of the smaller table
   */
  private record Likely(RelatedModel related, LikelihoodModel model) implements LikelihoodModel {

    @Override
    public Schema schema() {
      return related.schema();
    }

    @Override
    public List<Relation> relations() {
      return related.relations();
    }

    @Override
    public Provenance provenance() {
      return related.provenance();
    }

    @Override
    public void sample(SampleRequest request, RowSink sink, RunContext context) {
      related.sample(request, sink, context);
    }

    @Override
    public ModelFile save() {
      return related.save();
    }

    @Override
    public double[] logLikelihood(Table rows, RunContext run) {
      if (!rows.schema().equals(schema())) {
        throw new IllegalArgumentException("schema of the rows differs from that of the model");
      }
      double[] logs = related.encoding().logs(rows);
      double[] reduced = model.logLikelihood(related.encoding().reduce(rows), run);
      for (int row = 0; row < logs.length; row++) {
        logs[row] += reduced[row];
      }
      return logs;
    }
  }
}
