package dev.likeness.generator.rest;

import static dev.likeness.generator.rest.JobCalls.ended;
import static dev.likeness.generator.rest.JobCalls.job;
import static dev.likeness.generator.rest.JobCalls.post;
import static dev.likeness.generator.rest.JobCalls.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.likeness.contracts.Topics;
import dev.likeness.generator.Samples;
import dev.likeness.generator.Upstream;
import dev.likeness.generator.Upstream.Dataset;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that somebody wants to be like something. */
@QuarkusTest
@WithTestResource(Backends.class)
class ConditionsIT {

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @DataSource(GeneratorConfig.SERVICE)
  AgroalDataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static @Nullable UUID people;
  private Upstream upstream;

  @BeforeEach
  void connect() {
    upstream = new Upstream(store, keys, kafka);
  }

  /** A dataset whose profile has arrived. */
  private UUID known() throws IOException {
    if (people == null) {
      UUID dataset = upstream.tell(Samples.people(400));
      ended(post(dataset, "\"rows\": 1").statusCode(202).extract().path("job_id"));
      people = dataset;
    }
    return people;
  }

  @ParameterizedTest
  @ValueSource(strings = {"boost", "gaussian-copula", "independent"})
  void everyRowFulfilsAllConditions(String model) throws IOException {
    UUID dataset = known();
    String id =
        post(
                dataset,
                """
                "model": "%s", "rows": 200, "conditions": [
                  {"column": "age", "op": ">=", "value": 40},
                  {"column": "age", "op": "<", "value": "50"},
                  {"column": "city", "op": "in", "value": ["Graz", "Wien"]}]
                """
                    .formatted(model))
            .statusCode(202)
            .body("conditions.size()", equalTo(3))
            .body("conditions[2].value", equalTo(List.of("Graz", "Wien")))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED")).body("conditions[0].op", equalTo(">="));
    assertThat(rows(store, id))
        .hasSize(200)
        .allSatisfy(
            row -> {
              assertThat(Integer.parseInt(row[1])).isBetween(40, 49);
              assertThat(row[2]).isIn("Graz", "Wien");
            });
  }

  @Test
  void groupsHaveTheirRowsOneAfterAnother() throws IOException {
    String id =
        post(
                known(),
                """
                "conditions": [
                  {"rows": 30, "where": [{"column": "city", "op": "=", "value": "Linz"}]},
                  {"rows": 20, "where": [{"column": "city", "op": "!=", "value": "Linz"}]}]
                """)
            .statusCode(202)
            .body("rows", equalTo(50))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
    List<String[]> rows = rows(store, id);
    assertThat(rows).hasSize(50);
    assertThat(rows.subList(0, 30)).allMatch(row -> row[2].equals("Linz"));
    assertThat(rows.subList(30, 50)).noneMatch(row -> row[2].equals("Linz"));
  }

  @Test
  void sharesOfAColumnAreExact() throws IOException {
    String id =
        post(
                known(),
                "\"rows\": 80, \"rebalance\": {\"column\": \"city\", \"shares\":"
                    + " {\"Graz\": 0.75, \"Linz\": 0.25}}")
            .statusCode(202)
            .body("rebalance.shares.Graz", equalTo(0.75f))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
    assertThat(rows(store, id).stream().filter(row -> row[2].equals("Graz"))).hasSize(60);
    assertThat(rows(store, id).stream().filter(row -> row[2].equals("Linz"))).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "invalid-condition|/conditions|\"conditions\": {}",
        "invalid-condition|/conditions/0|\"conditions\": [7]",
        "invalid-condition|/conditions/0/op|\"conditions\": [{\"column\":\"age\",\"op\":\"~\",\"value\":1}]",
        "invalid-condition|/conditions/0/value|\"conditions\": [{\"column\":\"age\",\"op\":\"=\"}]",
        "invalid-condition|/conditions/0/rows|\"conditions\": [{\"rows\":0,\"where\":[]}]",
        "invalid-condition|/rebalance/shares|\"rebalance\": {\"column\":\"city\"}",
        "invalid-value|/rebalance|\"rebalance\": 7",
        "unknown-column|/conditions/0/column|\"conditions\": [{\"column\":\"agee\",\"op\":\"=\",\"value\":30}]",
        "unknown-value|/conditions/0/value|\"conditions\": [{\"column\":\"city\",\"op\":\"=\",\"value\":\"Grax\"}]",
        "unknown-value|/conditions/0/value/1|\"conditions\": [{\"column\":\"city\",\"op\":\"in\",\"value\":[\"Graz\",\"Rome\"]}]",
        "impossible-condition|/conditions/0|\"conditions\": [{\"column\":\"age\",\"op\":\">\",\"value\":500}]",
        "impossible-condition|/conditions/0|\"conditions\": [{\"column\":\"age\",\"op\":\"is missing\"}]",
        "invalid-value|/rows|\"rows\": 7, \"conditions\": [{\"rows\":8,\"where\":[]}]",
      })
  void refusesWhatCannotBeBeforeAnythingRuns(String code, String pointer, String wish)
      throws IOException {
    UUID dataset = known();
    List<String> before = jobs(dataset);
    post(dataset, wish)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("pointer", equalTo(pointer));
    assertThat(jobs(dataset)).isEqualTo(before);
  }

  @Test
  void refusesConditionsThatExcludeEachOther() throws IOException {
    post(
            known(),
            """
            "conditions": [{"column": "age", "op": ">", "value": 50},
                           {"column": "age", "op": "<", "value": 30}]
            """)
        .statusCode(422)
        .body("code", equalTo("contradictory-conditions"))
        .body("detail", containsString("age"));
  }

  @Test
  void namesTheNearestPublicValueOfATypingError() throws IOException {
    post(known(), "\"conditions\": [{\"column\":\"city\",\"op\":\"=\",\"value\":\"Gratz\"}]")
        .statusCode(422)
        .body("detail", containsString("did you mean Graz?"));
  }

  @Test
  void looksAgainWhereColumnsWereNotKnownYet() throws IOException {
    Dataset dataset = upstream.store(Samples.people(400));
    upstream.tell(dataset.uploaded());
    String id =
        post(
                dataset.id(),
                "\"conditions\": [{\"column\": \"city\", \"op\": \"=\", \"value\": \"Rome\"}]")
            .statusCode(202)
            .extract()
            .path("job_id");
    upstream.tell(dataset.profiled());

    job(ended(id))
        .body("state", equalTo("FAILED"))
        .body("error.code", equalTo("unknown-value"))
        .body("error.detail", containsString("city"));
  }

  @Test
  void valuesLieUnderTheKeyOfTheDatasetOnly() throws Exception {
    try (TestRecords told = TestRecords.of(kafka, Topics.GENERATION_EVENTS)) {
      String id =
          post(
                  known(),
                  "\"rows\": 3, \"conditions\": [{\"column\":\"city\",\"op\":\"=\",\"value\":\"Bregenz\"}]")
              .statusCode(202)
              .extract()
              .path("job_id");
      job(ended(id)).body("state", equalTo("SUCCEEDED"));

      assertThat(rowOf(id)).contains(id).doesNotContain("Bregenz");
      Eventually.isTrue(
          "the job's end on the topic",
          () -> told.look().stream().filter(record -> id.equals(record.key())).count() >= 2);
      assertThat(told.look()).noneMatch(record -> record.value().contains("Bregenz"));
      assertThat(told.look())
          .as("whoever judges the rows finds out what was asked for")
          .anyMatch(
              record ->
                  id.equals(record.key())
                      && record.value().contains("\"conditions\":{\"key\":\"datasets/"));
    }
  }

  private String rowOf(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement look =
            connection.prepareStatement("select j::text from jobs j where id = ?::uuid")) {
      look.setString(1, id);
      try (ResultSet row = look.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private static List<String> jobs(UUID dataset) {
    return given().get("/v1/jobs?dataset_id=" + dataset).then().extract().path("items.job_id");
  }
}
