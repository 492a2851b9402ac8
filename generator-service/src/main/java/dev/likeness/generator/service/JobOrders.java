package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.JobKind;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.Relations;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.UnknownModelException;
import dev.likeness.table.options.InvalidOptionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Turns a wish for new rows into an order that can be carried out, or says what is wrong with it.
 */
@ApplicationScoped
public class JobOrders {

  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final GeneratorConfig config;
  private final Readings readings;
  private final Treating treating;
  private final Conditioning conditioning;

  JobOrders(
      GeneratorConfig config, Readings readings, Treating treating, Conditioning conditioning) {
    this.config = config;
    this.readings = readings;
    this.treating = treating;
    this.conditioning = conditioning;
  }

  /** Checks what can be checked without knowing the dataset. */
  public void check(JobRequest request) {
    options(model(request), request.options());
    request.rows().ifPresent(this::checkRows);
    request.columns().ifPresent(JobOrders::checkColumns);
    checkRows(request);
  }

  private void checkRows(JobRequest request) {
    OptionalLong grouped = request.conditions().rows();
    grouped.ifPresent(this::checkRows);
    if (grouped.isPresent() && request.rows().isPresent() && !grouped.equals(request.rows())) {
      throw GeneratorProblems.invalid(
              "/rows",
              "rows = "
                  + request.rows().getAsLong()
                  + ", expected "
                  + grouped.getAsLong()
                  + " as the groups of conditions say.",
              "Leave rows out, or make it the sum of the groups' rows.")
          .toException();
    }
  }

  /** The order, with all that was left out filled in. */
  public Job.Order order(JobRequest request, KnownDataset dataset) {
    Synthesizer<?> model = model(request);
    treating.check(request.treatments(), dataset, Purpose.SYNTHETIC);
    Optional<List<Integer>> positions = request.columns().map(names -> positions(names, dataset));
    SynthesisRequest wish =
        new SynthesisRequest(
            model.name(),
            options(model, request.options()),
            request.seed().orElse(config.defaultSeed()),
            positions.orElseGet(List::of),
            request.conditions(),
            request.relations());
    return new Job.Order(
        model.name(),
        rows(request, dataset),
        wish.seed(),
        wish.options().toString(),
        positions,
        conditions(request, wish, dataset),
        wish.relations().label(),
        new Job.Treating(
            JobKind.SYNTHETIC,
            request.treatments().toString(),
            Optional.empty(),
            treating.isOfficer()));
  }

  /** Checks conditions as soon as the columns are known; a job looks at them again. */
  private Optional<ObjectRef> conditions(
      JobRequest request, SynthesisRequest wish, KnownDataset dataset) {
    if (request.conditions().isNone()) {
      return Optional.empty();
    }
    try {
      if (dataset.profile().isPresent()) {
        PlannedProfile planned = readings.planned(dataset.profile().get());
        TreatmentPlan plan =
            treating.plan(planned, Purpose.SYNTHETIC, request.treatments(), treating.isOfficer());
        conditioning.check(wish, dataset, planned, plan);
      }
      return Optional.of(conditioning.keep(request.conditions(), dataset));
    } catch (IOException e) {
      throw new UncheckedIOException("conditions of a job cannot be kept", e);
    }
  }

  /** The order of a masked copy. */
  public Job.Order order(MaskRequest request, KnownDataset dataset) {
    request.project().ifPresent(JobOrders::checkProject);
    treating.check(request.treatments(), dataset, Purpose.MASKED_COPY);
    if (dataset.rows() == 0) {
      throw GeneratorProblems.emptyDataset().toException();
    }
    return new Job.Order(
        "",
        dataset.rows(),
        0,
        "{}",
        Optional.empty(),
        Optional.empty(),
        Relations.OFF.label(),
        new Job.Treating(
            JobKind.MASKED,
            request.treatments().toString(),
            request.project(),
            treating.isOfficer()));
  }

  private static void checkProject(String project) {
    if (!PROJECT.matcher(project).matches()) {
      throw GeneratorProblems.invalid(
              "/project",
              "project is no name of one.",
              "Use 1 to 100 letters, digits, '.', '_' and '-', beginning with a letter or digit.")
          .toException();
    }
  }

  private Synthesizer<?> model(JobRequest request) {
    try {
      return Synthesizers.named(request.model().orElse(config.defaultModel()));
    } catch (UnknownModelException e) {
      throw GeneratorProblems.unknownModel(e.known()).toException();
    }
  }

  private static <O extends Record> JsonNode options(Synthesizer<O> model, JsonNode given) {
    try {
      return Synthesizers.toJson(Synthesizers.bind(model, given));
    } catch (InvalidOptionException e) {
      throw GeneratorProblems.invalidOption(e).toException();
    }
  }

  private long rows(JobRequest request, KnownDataset dataset) {
    if (dataset.rows() == 0) {
      throw GeneratorProblems.emptyDataset().toException();
    }
    long rows = request.conditions().rows().orElse(request.rows().orElse(dataset.rows()));
    checkRows(rows);
    return rows;
  }

  /**
   * Checks a number of rows.
   *
   * @throws dev.likeness.platform.problem.ProblemException when nobody may ask for so many
   */
  void checkRows(long rows) {
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
