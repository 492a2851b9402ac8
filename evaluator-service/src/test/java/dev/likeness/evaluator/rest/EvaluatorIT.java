package dev.likeness.evaluator.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.EvaluationCompleted;
import dev.likeness.contracts.EvaluationFailed;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.Topics;
import dev.likeness.evaluator.Samples;
import dev.likeness.evaluator.Upstream;
import dev.likeness.evaluator.Upstream.Dataset;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.Literal;
import dev.likeness.table.condition.Operator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evaluator alone: events in by Kafka, objects in the store, people by HTTP. */
@QuarkusTest
@WithTestResource(Backends.class)
class EvaluatorIT {

  private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4);

  private static final TreatmentChoice CAESAR =
      TreatmentChoice.of("caesar-legacy", JsonNodeFactory.instance.objectNode());

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Upstream upstream;
  private TestRecords told;

  @BeforeEach
  void connect() {
    upstream = new Upstream(store, keys, kafka);
    told = TestRecords.of(kafka, Topics.EVALUATION_EVENTS);
  }

  @AfterEach
  void disconnect() {
    told.close();
  }

  @Test
  void judgesTheRowsOfAJobAndTells() throws IOException {
    Dataset dataset = known(300);
    GenerationCompleted made = upstream.made(dataset, Samples.people(200, 8), ALL);
    upstream.tell(upstream.requested(dataset, made.jobId()));
    upstream.tell(made);

    done(made.jobId())
        .header("ETag", notNullValue())
        .body("job_id", equalTo(made.jobId().toString()))
        .body("state", equalTo("SUCCEEDED"))
        .body("rows.synthetic", equalTo(200))
        .body("rows.train", greaterThan(150))
        .body("rows.control", greaterThan(60))
        .body("quality.value", greaterThan(0.8f))
        .body("quality.expected", greaterThan(0.8f))
        .body("shape.definition", notNullValue())
        .body("trend_thresholded.pairs", notNullValue())
        .body("verdict.privacy", notNullValue())
        .body("warnings", equalTo(List.of()))
        .body("columns.name", hasItem("income"))
        .body("columns.find { it.name == 'id' }.note", containsString("not modelled"))
        .body("columns.find { it.name == 'city' }.chart.kind", equalTo("categories"))
        .body("pairs_total", equalTo(6));
    assertThat(heard(made.jobId(), EvaluationCompleted.class).report().key())
        .contains(made.jobId().toString());
    String tag = get(made.jobId()).extract().header("ETag");
    given().header("If-None-Match", tag).get(path(made.jobId())).then().statusCode(304);
    given()
        .get("/evaluate?job_id=" + made.jobId())
        .then()
        .statusCode(200)
        .body("job_id", equalTo(made.jobId().toString()));
  }

  @Test
  void countsCaesarLegacyAsClearTextInAMaskedCopyAndWarnsOfIt() throws IOException {
    Dataset dataset = known(200);
    DatasetMasked covered = upstream.masked(dataset, Map.of());
    DatasetMasked shifted = upstream.masked(dataset, Map.of("id", CAESAR, "city", CAESAR));
    upstream.tell(upstream.maskingRequested(dataset, covered.jobId()));
    pending(covered.jobId());
    upstream.tell(covered);
    upstream.tell(shifted);

    int personal =
        done(covered.jobId())
            .body("kind", equalTo("masked"))
            .body("rows", equalTo(200))
            .body("warnings", equalTo(List.of()))
            .body("columns.find { it.name == 'id' }.protection", equalTo("reversible"))
            .extract()
            .path("protected.personal");
    int protectedBefore = get(covered.jobId()).extract().path("protected.covered");
    assertThat(protectedBefore).isPositive().isLessThanOrEqualTo(personal);
    done(shifted.jobId())
        .body("warnings.size()", equalTo(1))
        .body("warnings[0].code", equalTo("caesar-legacy"))
        .body("warnings[0].columns", equalTo(List.of("id", "city")))
        .body("columns.find { it.name == 'id' }.protection", equalTo("clear"))
        .body("protected.personal", equalTo(personal))
        .body("protected.covered", equalTo(protectedBefore - 1))
        .body("verdict", containsString("clear text"));
    assertThat(heard(shifted.jobId(), EvaluationCompleted.class).report().key()).contains("report");
    given()
        .get("/evaluate?job_id=" + shifted.jobId())
        .then()
        .statusCode(200)
        .body("warnings[0].code", equalTo("caesar-legacy"));
  }

  @Test
  void warnsOfColumnsThatAModelLearntInClearThoughCaesarLegacyWasChosen() throws IOException {
    Dataset dataset = upstream.store(Samples.people(120), Map.of("city", CAESAR, "id", CAESAR));
    upstream.tell(dataset.uploaded());
    upstream.tell(dataset.profiled());
    GenerationCompleted made = upstream.made(dataset, Samples.people(60, 8), ALL);
    upstream.tell(made);

    done(made.jobId())
        .body("kind", equalTo("synthetic"))
        .body("warnings.size()", equalTo(1))
        .body("warnings[0].code", equalTo("caesar-legacy-not-used"))
        .body("warnings[0].columns", equalTo(List.of("city")))
        .body("columns.find { it.name == 'city' }.metric", notNullValue());
  }

  @Test
  void judgesOnlyTheColumnsOfTheJob() throws IOException {
    Dataset dataset = known(300);
    String rows =
        "age,income\n"
            + String.join(
                "\n", Samples.people(60, 9).lines().skip(1).map(EvaluatorIT::two).toList())
            + "\n";
    GenerationCompleted made = upstream.made(dataset, rows, List.of(1, 3));
    upstream.tell(made);

    done(made.jobId())
        .body("columns.size()", equalTo(2))
        .body("pairs.size()", equalTo(1))
        .body("rows.synthetic", equalTo(60));
  }

  @Test
  void comparesRowsUnderConditionsWithRealRowsThatFulfilThem() throws IOException {
    Dataset dataset = known(800);
    String rows = only(Samples.people(900, 8), "Graz");
    GenerationCompleted graz =
        upstream.made(dataset, rows, ALL, Conditions.where(List.of(city("Graz"))));
    GenerationCompleted free = upstream.made(dataset, rows, ALL);
    upstream.tell(graz);
    upstream.tell(free);

    int train = done(graz.jobId()).extract().path("rows.train");
    assertThat(train).isBetween(100, 250);
    get(graz.jobId())
        .body(
            "compared_with",
            equalTo("Compared with the " + train + " training rows that fulfil the conditions."))
        .body("columns.find { it.name == 'city' }.value", equalTo(1.0f))
        .body("shape.value", greaterThan(0.9f))
        .body("notes.findAll { it.contains('drawn') }", equalTo(List.of()));
    done(free.jobId())
        .body("compared_with", nullValue())
        .body("columns.find { it.name == 'city' }.value", lessThan(0.5f));
  }

  @Test
  void comparesWithAllRowsWhereTooFewFulfilTheConditionsOrSharesWereAskedFor() throws IOException {
    Dataset dataset = known(300);
    String rows = only(Samples.people(300, 8), "Graz");
    Conditions seldom = Conditions.where(List.of(city("Graz")));
    Conditions shares =
        Conditions.none()
            .with(
                new Conditions.Rebalance(
                    "city", List.of(new Conditions.Share(Optional.of(Literal.of("Graz")), 1))));
    GenerationCompleted few = upstream.made(dataset, rows, ALL, seldom);
    GenerationCompleted balanced = upstream.made(dataset, rows, ALL, shares);
    upstream.tell(few);
    upstream.tell(balanced);

    int train = done(few.jobId()).extract().path("rows.train");
    String all = "Compared with all " + train + " training rows: ";
    get(few.jobId())
        .body("compared_with", equalTo(all + "fewer than 100 of them fulfil the conditions."));
    done(balanced.jobId())
        .body("rows.train", equalTo(train))
        .body("compared_with", startsWith(all + "real rows do not have the shares"));
  }

  private static Condition city(String name) {
    return new Condition.Comparison("city", Operator.EQUAL, Literal.of(name));
  }

  /** The lines with a city. */
  private static String only(String csv, String city) {
    return csv.lines()
        .filter(line -> line.startsWith("id,") || line.contains("," + city + ","))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String two(String line) {
    String[] cells = line.split(",");
    return cells[1] + "," + cells[3];
  }

  @Test
  void judgesASingleRow() throws IOException {
    Dataset dataset = known(50);
    GenerationCompleted made = upstream.made(dataset, Samples.people(1, 8), ALL);
    upstream.tell(made);
    done(made.jobId()).body("rows.synthetic", equalTo(1)).body("verdict.utility", notNullValue());
  }

  @Test
  void judgesATableTooSmallToHoldRowsOut() throws IOException {
    Dataset dataset = known(4);
    GenerationCompleted made = upstream.made(dataset, Samples.people(4, 8), ALL);
    upstream.tell(made);
    done(made.jobId())
        .body("rows.control", equalTo(0))
        .body("quality.expected", nullValue())
        .body("notes", hasItem(containsString("held out")));
  }

  @Test
  void drawsRowsOfLargeTablesAndSaysSo() throws IOException {
    Dataset dataset = known(3_000);
    GenerationCompleted made = upstream.made(dataset, Samples.people(1_000, 8), ALL);
    upstream.tell(made);
    done(made.jobId())
        .body("rows.train", greaterThan(350))
        .body("rows.synthetic", greaterThan(350))
        .body("notes.findAll { it.contains('drawn at random') }.size()", equalTo(2));
  }

  @Test
  void hearsOfRowsBeforeTheirDatasetAndItsColumns() throws IOException {
    Dataset dataset = upstream.store(Samples.people(80));
    GenerationCompleted made = upstream.made(dataset, Samples.people(40, 8), ALL);
    upstream.tell(made);
    pending(made.jobId()).body("state", equalTo("WAITING")).header("Retry-After", "1");
    upstream.tell(dataset.profiled());
    upstream.tell(dataset.uploaded());
    done(made.jobId()).body("rows.synthetic", equalTo(40));
  }

  @Test
  void hearsAnEventTwiceAndJudgesOnce() throws IOException {
    Dataset dataset = known(80);
    upstream.tell(dataset.uploaded());
    GenerationCompleted made = upstream.made(dataset, Samples.people(40, 8), ALL);
    upstream.tell(made);
    upstream.tell(made);
    done(made.jobId());
    GenerationCompleted later = upstream.made(dataset, Samples.people(40, 8), ALL);
    upstream.tell(later);

    heard(later.jobId(), EvaluationCompleted.class);
    assertThat(events(made.jobId())).hasSize(1);
  }

  @Test
  void saysThatItWaitsWhileTheJobRunsAndWhyThereIsNoReport() throws IOException {
    Dataset dataset = known(20);
    UUID failed = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    upstream.tell(upstream.requested(dataset, failed));
    upstream.tell(upstream.requested(dataset, cancelled));
    pending(failed).body("job_id", equalTo(failed.toString())).body("state", equalTo("WAITING"));
    given().get("/evaluate?job_id=" + failed).then().statusCode(202).header("Retry-After", "1");

    upstream.tell(upstream.failed(dataset, failed));
    upstream.tell(upstream.cancelled(dataset, cancelled));

    problem(failed, "job-failed").body("detail", containsString("out-of-luck"));
    problem(cancelled, "job-cancelled");
  }

  @Test
  void judgesAJobThatSucceededInALaterAttempt() throws IOException {
    Dataset dataset = known(80);
    GenerationCompleted made = upstream.made(dataset, Samples.people(40, 8), ALL);
    upstream.tell(upstream.requested(dataset, made.jobId()));
    upstream.tell(upstream.failed(dataset, made.jobId()));
    upstream.tell(upstream.requested(dataset, made.jobId()));
    upstream.tell(made);
    done(made.jobId());
  }

  @Test
  void failsWhenTheDatasetTakesTooLong() throws IOException {
    Dataset dataset = upstream.store(Samples.people(20));
    GenerationCompleted made = upstream.made(dataset, Samples.people(10, 8), ALL);
    upstream.tell(made);
    assertThat(heard(made.jobId(), EvaluationFailed.class).code()).isEqualTo("dataset-timeout");
    problem(made.jobId(), "evaluation-failed").body("detail", containsString("dataset-timeout"));
  }

  @Test
  void judgesRowsWithoutAnyValue() throws IOException {
    Dataset dataset = known(80);
    GenerationCompleted made =
        upstream.made(dataset, "id,age,city,income,joined\n,,,,\n,,,,\n", ALL);
    upstream.tell(made);
    done(made.jobId()).body("rows.synthetic", equalTo(2));
  }

  @Test
  void putsAPoisonEventAsideAndHandlesTheNext() throws IOException {
    String key = UUID.randomUUID().toString();
    TestRecords.send(kafka, Topics.GENERATION_EVENTS, key, "not an event");
    Dataset dataset = known(40);
    GenerationCompleted made = upstream.made(dataset, Samples.people(20, 8), ALL);
    upstream.tell(made);
    done(made.jobId());
    try (TestRecords dead = TestRecords.of(kafka, Topics.deadLetters(Topics.GENERATION_EVENTS))) {
      Eventually.isTrue(
          "dead letter",
          () ->
              dead.look().stream()
                  .anyMatch(r -> key.equals(r.key()) && r.value().contains("malformed-json")));
    }
  }

  @Test
  void answersUnknownJobsAndOtherMethodsWithProblems() {
    UUID nobody = UUID.randomUUID();
    get(nobody).statusCode(404).body("code", equalTo("job-not-found"));
    given()
        .get("/evaluate?job_id=" + nobody)
        .then()
        .statusCode(404)
        .body("code", equalTo("job-not-found"));
    given().get("/evaluate").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    given().get("/evaluate?job_id=x").then().statusCode(404).body("code", equalTo("job-not-found"));
    given()
        .get("/v1/jobs/x/evaluation")
        .then()
        .statusCode(404)
        .body("code", equalTo("job-not-found"));
    given().post("/evaluate").then().statusCode(405).body("code", equalTo("method-not-allowed"));
  }

  @Test
  void describesItsOperations() {
    Map<String, Map<String, Map<String, Object>>> paths =
        given()
            .get("/openapi?format=json")
            .then()
            .statusCode(200)
            .body("components.schemas.Evaluation.properties.keySet()", hasItem("trend_thresholded"))
            .body("components.schemas.Evaluation.properties.keySet()", hasItem("compared_with"))
            .body("components.schemas.MaskedEvaluation.properties.keySet()", hasItem("protected"))
            .extract()
            .path("paths");
    assertThat(paths).containsKeys("/evaluate", "/v1/jobs/{id}/evaluation");
  }

  private Dataset known(int rows) throws IOException {
    Dataset dataset = upstream.store(Samples.people(rows));
    upstream.tell(dataset.uploaded());
    upstream.tell(dataset.profiled());
    return dataset;
  }

  private static String path(UUID job) {
    return "/v1/jobs/" + job + "/evaluation";
  }

  private static ValidatableResponse get(UUID job) {
    return given().get(path(job)).then();
  }

  private static ValidatableResponse pending(UUID job) {
    Eventually.isTrue("a first event", () -> get(job).extract().statusCode() == 202);
    return get(job).statusCode(202);
  }

  private static ValidatableResponse done(UUID job) {
    Eventually.isTrue(
        "the report",
        () -> {
          int status = get(job).extract().statusCode();
          assertThat(status).isIn(200, 202, 404);
          return status == 200;
        });
    return get(job).statusCode(200);
  }

  private static ValidatableResponse problem(UUID job, String code) {
    Eventually.isTrue(code, () -> get(job).extract().statusCode() == 409);
    return get(job)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("action", notNullValue());
  }

  private List<Event> events(UUID job) {
    return told.look().stream()
        .filter(record -> job.toString().equals(record.key()))
        .map(record -> EventJson.read(record.value()))
        .toList();
  }

  private <E extends Event> E heard(UUID job, Class<E> type) {
    return Eventually.get(
        type.getSimpleName(),
        () -> events(job).stream().filter(type::isInstance).map(type::cast).findFirst());
  }
}
