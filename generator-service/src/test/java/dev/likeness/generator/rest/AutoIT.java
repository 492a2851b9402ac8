package dev.likeness.generator.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.likeness.generator.Samples;
import dev.likeness.generator.Upstream;
import dev.likeness.generator.Upstream.Dataset;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recommended, and what a job that names no model makes of it. */
@QuarkusTest
@WithTestResource(Backends.class)
class AutoIT {

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @DataSource(GeneratorConfig.SERVICE)
  AgroalDataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Upstream upstream;

  @BeforeEach
  void connect() {
    upstream = new Upstream(store, keys, kafka);
  }

  /** A dataset whose profile has arrived. */
  private UUID known(int rows) throws IOException {
    UUID dataset = upstream.tell(Samples.people(rows));
    Eventually.isTrue("profile", () -> get(dataset, "").extract().statusCode() == 200);
    return dataset;
  }

  private static ValidatableResponse get(UUID dataset, String query) {
    return given().get("/v1/datasets/" + dataset + "/recommendation" + query).then();
  }

  private static JsonPath job(UUID dataset, String options) {
    String id =
        given()
            .contentType(ContentType.JSON)
            .body("{\"dataset_id\": \"" + dataset + "\", \"options\": " + options + "}")
            .post("/v1/jobs")
            .then()
            .statusCode(202)
            .body("model", equalTo("auto"))
            .extract()
            .path("job_id");
    Eventually.isTrue(
        "end of the job",
        () ->
            Set.of("SUCCEEDED", "FAILED")
                .contains(given().get("/v1/jobs/" + id).jsonPath().getString("state")));
    return given().get("/v1/jobs/" + id).jsonPath();
  }

  @ParameterizedTest
  @CsvSource({"20, {}", "1500, {}", "1500, {\"time_budget_seconds\": 1000}"})
  void theJobPicksWhatWasRecommended(int rows, String options) throws IOException {
    UUID dataset = known(rows);
    boolean budget = options.contains("1000");
    JsonPath told = get(dataset, budget ? "?time_budget_seconds=1000" : "").extract().jsonPath();

    JsonPath job = job(dataset, options);

    assertThat(told.getBoolean("tried")).isFalse();
    assertThat(told.getString("model")).isEqualTo(rows > 1000 ? "boost" : "independent");
    assertThat(job.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(job.getString("auto.model")).isEqualTo(told.getString("model"));
    assertThat(job.getString("auto.reason")).isEqualTo(told.getString("reason"));
    assertThat(job.getDouble("auto.estimated_seconds"))
        .isEqualTo(told.getDouble("estimated_seconds"));
    assertThat(job.getString("auto.costliest_column"))
        .isEqualTo(told.getString("costliest_column.name"));
    assertThat(job.getList("auto.story.outcome")).isEqualTo(List.of("chosen"));
    assertThat(job.getString("learnt_from")).isNull();
  }

  @Test
  void aSmallTableIsDecidedByTrialAndTheJobTellsTheStory() throws IOException {
    UUID dataset = known(200);
    JsonPath told = get(dataset, "").extract().jsonPath();
    assertThat(told.getBoolean("tried")).isTrue();

    JsonPath job = job(dataset, "{}");

    assertThat(job.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(job.getList("auto.story")).hasSizeGreaterThan(1);
    assertThat(job.getString("auto.story[-1].outcome")).isEqualTo("chosen");
    assertThat(job.getString("auto.story[-1].model")).isEqualTo(job.getString("auto.model"));
    assertThat(job.getString("auto.reason")).isEqualTo(told.getString("reason"));
    assertThat(List.of("boost", "gaussian-copula", "independent"))
        .contains(job.getString("auto.model"));
    String events = given().get("/v1/jobs/" + job.getString("job_id") + "/events").asString();
    assertThat(events).contains("\"story\":[{", "\"outcome\":\"chosen\"");
  }

  @Test
  void aJobTellsWhereNotEveryRowOfALargeTableIsLearntAsAWhole() throws IOException {
    StringBuilder csv = new StringBuilder("a,b\n");
    for (int row = 0; row < 130_000; row++) {
      csv.append(row * 7 % 5).append(',').append(row * 3 % 4).append('\n');
    }
    String id =
        JobCalls.post(upstream.tell(csv.toString()), "\"model\": \"boost\", \"rows\": 5")
            .statusCode(202)
            .body("learnt_from", nullValue())
            .extract()
            .path("job_id");

    JobCalls.job(JobCalls.ended(id))
        .body("state", equalTo("SUCCEEDED"))
        .body("learnt_from", startsWith("Learnt from all 10"))
        .body("learnt_from", endsWith("training rows; each tree from at most 100,000 of them."));
  }

  @Test
  void aJobThatNamesItsModelHasNoStory() throws IOException {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("dataset_id", known(40), "model", "independent"))
        .post("/v1/jobs")
        .then()
        .statusCode(202)
        .body("auto", nullValue());
  }

  @Test
  void keepsNoNameOfAColumnBesideTheJob() throws Exception {
    JsonPath job = job(known(1200), "{}");
    assertThat(job.getString("auto.costliest_column")).isIn("age", "city", "income", "joined");
    String kept = choice(job.getString("job_id"));
    assertThat(kept)
        .contains("boost")
        .doesNotContain("\"age", "\"city", "\"income", "\"joined", "Graz");
  }

  private String choice(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT choice FROM jobs WHERE id = ?::uuid")) {
      statement.setString(1, id);
      ResultSet found = statement.executeQuery();
      assertThat(found.next()).isTrue();
      return found.getString(1);
    }
  }

  @Test
  void saysWhatItWouldTakeAndWhatComesNext() throws IOException {
    get(known(1500), "?rows=5000")
        .statusCode(200)
        .body("rows", equalTo(5000))
        .body("profile_version", equalTo(1))
        .body("reason", containsString("boost: 1,500 rows and 4 columns"))
        .body("estimated_seconds", greaterThan(0f))
        .body("costliest_column.name", in(List.of("age", "city", "income", "joined")))
        .body("alternatives.model", equalTo(List.of("gaussian-copula", "independent")))
        .body("alternatives[0].reason", notNullValue())
        .body("passed_over", hasSize(0))
        .body("time_budget_seconds", nullValue());
  }

  @Test
  void answersOnceAndThenNotModified() throws IOException {
    UUID dataset = known(150);
    String tag = get(dataset, "").statusCode(200).extract().header("ETag");
    String path = "/v1/datasets/" + dataset + "/recommendation";
    given().header("If-None-Match", tag).get(path).then().statusCode(304);
    given().header("If-None-Match", tag).get(path + "?rows=9").then().statusCode(200);
    given().header("If-None-Match", "\"0\"").get(path).then().statusCode(200);
  }

  @Test
  void waitsForTheColumnsToBeKnown() throws IOException {
    Dataset dataset = upstream.store(Samples.people(60));
    upstream.tell(dataset.uploaded());
    Eventually.isTrue("upload", () -> get(dataset.id(), "").extract().statusCode() == 202);
    get(dataset.id(), "")
        .statusCode(202)
        .header("Retry-After", "1")
        .body("state", equalTo("PROFILING"));
    upstream.tell(dataset.profiled());
    Eventually.isTrue("profile", () -> get(dataset.id(), "").extract().statusCode() == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "?rows=0, 422, rows-out-of-range",
    "?rows=-1, 422, rows-out-of-range",
    "?rows=many, 400, invalid-parameter",
    "?time_budget_seconds=-1, 422, invalid-value",
    "?time_budget_seconds=soon, 400, invalid-parameter",
  })
  void refusesWhatCannotBe(String query, int status, String code) throws IOException {
    get(known(40), query)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @Test
  void refusesDatasetsThatCannotBeLearnt() throws IOException {
    get(UUID.randomUUID(), "").statusCode(404).body("code", equalTo("dataset-not-found"));
    UUID empty = upstream.tell("a,b\n");
    Eventually.isTrue("upload", () -> get(empty, "").extract().statusCode() == 422);
    get(empty, "").statusCode(422).body("code", equalTo("dataset-empty"));
    Dataset dark = upstream.store(Samples.people(20));
    upstream.tell(dark.uploaded());
    upstream.tellProfilingFailed(dark.id());
    Eventually.isTrue("failure", () -> get(dark.id(), "").extract().statusCode() == 409);
    get(dark.id(), "").statusCode(409).body("code", equalTo("profiling-failed"));
  }
}
