package dev.likeness.synthesis.model;

import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Provenance;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.List;

/**
 * A table model that also tells how likely rows are.
 *
 * @param table what it is to everybody
 * @param rows what was learnt
 */
record BoostModel(TableModel table, BoostRows rows) implements LikelihoodModel {

  private static final int BLOCK_ROWS = 8192;

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
    double[] all = new double[values.rows()];
    List<double[]> blocks =
        Parallel.map(
            Parallel.blocks(values.rows(), BLOCK_ROWS),
            run,
            block -> {
              int from = block * BLOCK_ROWS;
              int to = Math.min(values.rows(), from + BLOCK_ROWS);
              return rows.logLikelihood(TableEncoding.modelled(values.read(from, to)));
            });
    for (int block = 0; block < blocks.size(); block++) {
      double[] part = blocks.get(block);
      System.arraycopy(part, 0, all, block * BLOCK_ROWS, part.length);
    }
    return all;
  }
}
