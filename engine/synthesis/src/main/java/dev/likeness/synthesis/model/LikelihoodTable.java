package dev.likeness.synthesis.model;

import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Provenance;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;

/**
 * A table model that also tells how likely rows are.
 *
 * @param table what it is to everybody
 * @param rows what was learnt
 */
record LikelihoodTable(TableModel table, LikelihoodRows rows) implements LikelihoodModel {

  @Override
  public Schema schema() {
    return table.schema();
  }

  @Override
  public Provenance provenance() {
    return table.provenance();
  }

  @Override
  public void sample(SampleRequest request, RowSink sink, RunContext context) {
    table.sample(request, sink, context);
  }

  @Override
  public ModelFile save() {
    return table.save();
  }

  @Override
  public double[] logLikelihood(Table values, RunContext run) {
    if (!values.schema().equals(schema())) {
      throw new IllegalArgumentException("schema of the rows differs from that of the model");
    }
    return rows.logLikelihood(TableEncoding.modelled(values), values.rows(), run);
  }
}
