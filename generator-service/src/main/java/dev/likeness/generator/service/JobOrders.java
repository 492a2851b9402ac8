package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.UnknownModelException;
import dev.likeness.table.options.InvalidOptionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns a wish for new rows into an order that can be carried out, or says what is wrong with it.
 */
@ApplicationScoped
public class JobOrders {

  private final GeneratorConfig config;
  private final Readings readings;

  JobOrders(GeneratorConfig config, Readings readings) {
    this.config = config;
    this.readings = readings;
  }

  /** Checks what can be checked without knowing the dataset. */
  public void check(JobRequest request) {
    options(model(request), request.options());
    request.rows().ifPresent(this::checkRows);
    request.columns().ifPresent(JobOrders::checkColumns);
  }

  /** The order, with all that was left out filled in. */
  public Job.Order order(JobRequest request, KnownDataset dataset) {
    Synthesizer<?> model = model(request);
    return new Job.Order(
        model.name(),
        rows(request, dataset),
        request.seed().orElse(config.defaultSeed()),
        options(model, request.options()),
        request.columns().map(names -> positions(names, dataset)));
  }

  private Synthesizer<?> model(JobRequest request) {
    try {
      return Synthesizers.named(request.model().orElse(config.defaultModel()));
    } catch (UnknownModelException e) {
      throw GeneratorProblems.unknownModel(e.known()).toException();
    }
  }

  private static <O extends Record> String options(Synthesizer<O> model, JsonNode given) {
    try {
      return Synthesizers.toJson(Synthesizers.bind(model, given)).toString();
    } catch (InvalidOptionException e) {
      throw GeneratorProblems.invalidOption(e).toException();
    }
  }

  private long rows(JobRequest request, KnownDataset dataset) {
    if (dataset.rows() == 0) {
      throw GeneratorProblems.emptyDataset().toException();
    }
    long rows = request.rows().orElse(dataset.rows());
    checkRows(rows);
    return rows;
  }

  private void checkRows(long rows) {
    if (rows < 1 || rows > config.maxRows()) {
      throw GeneratorProblems.rowsOutOfRange(rows, config.maxRows()).toException();
    }
  }

  private static void checkColumns(List<String> names) {
    if (names.isEmpty()) {
      throw GeneratorProblems.invalid(
              "/columns", "columns is empty.", "Name at least one column, or leave columns out.")
          .toException();
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw GeneratorProblems.invalid(
                "/columns/" + i,
                "columns[" + i + "] repeats an earlier name.",
                "Name every column once.")
            .toException();
      }
    }
  }

  /** In the order of the file, whatever the order of the wish: so are the columns of the result. */
  private List<Integer> positions(List<String> names, KnownDataset dataset) {
    List<String> all = readings.columnNames(dataset.reading());
    TreeSet<Integer> positions = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      int position = all.indexOf(names.get(i));
      if (position < 0) {
        throw GeneratorProblems.unknownColumn(i).toException();
      }
      positions.add(position);
    }
    return List.copyOf(positions);
  }
}
