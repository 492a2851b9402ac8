package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.synthesis.model.AutoSynthesizer;
import dev.likeness.table.options.InvalidOptionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Says what a job that names no model would do, before there is one. */
@ApplicationScoped
public class Recommendations {

  private final GeneratorConfig config;
  private final JobService jobs;
  private final JobOrders orders;
  private final Readings readings;
  private final Treating treating;

  Recommendations(
      GeneratorConfig config,
      JobService jobs,
      JobOrders orders,
      Readings readings,
      Treating treating) {
    this.config = config;
    this.jobs = jobs;
    this.orders = orders;
    this.readings = readings;
    this.treating = treating;
  }

  /**
   * What is recommended for a dataset.
   *
   * @param profileVersion that it rests on
   * @param rows that would be made
   * @param budget seconds that were allowed
   * @param advice the models
   */
  public record Advised(int profileVersion, long rows, OptionalInt budget, Recommendation advice) {}

  /**
   * The recommendation for a job of all columns without conditions.
   *
   * @param rows to be made; as many as the dataset has when left out
   * @param budget seconds that learning and making rows may take
   * @return empty while the columns are being looked at
   * @throws dev.likeness.platform.problem.ProblemException when there is no such dataset, or it
   *     cannot be learnt
   */
  public Optional<Advised> of(UUID datasetId, OptionalLong rows, OptionalInt budget) {
    SynthesisRequest request = request(budget);
    rows.ifPresent(orders::checkRows);
    KnownDataset dataset = jobs.awaitDataset(datasetId);
    if (dataset.rows() == 0) {
      throw GeneratorProblems.emptyDataset().toException();
    }
    if (!jobs.isReady(dataset)) {
      return Optional.empty();
    }
    long wanted = rows.orElse(dataset.rows());
    PlannedProfile planned = readings.planned(dataset.profile().orElseThrow());
    TreatmentPlan plan =
        treating.plan(
            planned,
            Purpose.SYNTHETIC,
            JsonNodeFactory.instance.objectNode(),
            treating.isOfficer());
    Recommendation advice = Synthesis.recommend(planned.profile(), plan, request, wanted);
    return Optional.of(new Advised(dataset.profileVersion(), wanted, budget, advice));
  }

  private SynthesisRequest request(OptionalInt budget) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    budget.ifPresent(seconds -> options.put("time_budget_seconds", seconds));
    try {
      Synthesizers.bind(Synthesizers.named(AutoSynthesizer.NAME), options);
    } catch (InvalidOptionException e) {
      throw GeneratorProblems.invalid(
              "/time_budget_seconds",
              e.getMessage() + ".",
              "Give whole seconds, or leave the parameter out for any time.")
          .toException();
    }
    return new SynthesisRequest(AutoSynthesizer.NAME, options, config.defaultSeed(), List.of());
  }
}
