package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GeneratedTable;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfiledTable;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
class DownloadIT {

  private static final String RESULT = "0123456789";

  @Inject ObjectStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final UUID job = UUID.randomUUID();

  @Test
  void theStateOfADatasetFollowsTheProfiler() {
    UUID good = upload("good.csv");
    UUID bad = upload("bad.csv");
    ObjectRef object = new ObjectRef("a/b", 3, "ab".repeat(32));

    tell(new DatasetProfiled(header(), good, 1, 1, List.of(new ProfiledTable(0, object))));
    tell(new ProfilingFailed(header(), bad, "internal-error"));

    Eventually.isTrue("profiled", () -> state(good).equals("PROFILED"));
    Eventually.isTrue("failed", () -> state(bad).equals("PROFILING_FAILED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/download?job_id=%s&format=csv", "/v1/jobs/%s/artifacts/csv"})
  void theWholeResultComesWithEverythingThatABrowserNeeds(String path) throws IOException {
    ObjectRef csv = complete("cust*mers \"ü\".csv");

    Response response = given().get(path.formatted(job));

    response
        .then()
        .statusCode(200)
        .header("Content-Type", "text/csv; charset=UTF-8")
        .header("ETag", "\"" + csv.sha256() + "\"")
        .header("Accept-Ranges", "bytes")
        .header("Content-Length", "10")
        .header("Repr-Digest", "sha-256=:" + base64(csv.sha256()) + ":")
        .header(
            "Content-Disposition",
            "attachment; filename=\"cust*mers ___-synthetic.csv\"; "
                + "filename*=UTF-8''cust%2Amers%20%22%C3%BC%22-synthetic.csv");
    assertThat(response.asString()).isEqualTo(RESULT);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3,      0123,   bytes 0-3/10",
    "bytes=4-,       456789, bytes 4-9/10",
    "bytes=-3,       789,    bytes 7-9/10",
    "bytes=8-99,     89,     bytes 8-9/10",
    "bytes=-99,      0123456789, bytes 0-9/10",
    "bytes=9-9,      9,      bytes 9-9/10",
  })
  void aRangeIsThatPartOfTheFile(String range, String part, String contentRange)
      throws IOException {
    complete("x.csv");

    Response response = given().header("Range", range).get(path());

    response.then().statusCode(206).header("Content-Range", contentRange);
    assertThat(response.asString()).isEqualTo(part);
    assertThat(response.header("Content-Length")).isEqualTo("" + part.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "lines=1-2", "bytes=", "bytes=a-b", "bytes=0-1,3-4"})
  void whatIsNoSingleRangeIsIgnored(String range) throws IOException {
    complete("x.csv");

    Response response = given().header("Range", range).get(path());

    response.then().statusCode(200);
    assertThat(response.asString()).isEqualTo(RESULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
  void aRangeOutsideOfTheFileIsAProblem(String range) throws IOException {
    complete("x.csv");

    problem(given().header("Range", range).get(path()), 416, "range-not-satisfiable")
        .header("Content-Range", "bytes */10");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws IOException {
    String tag = "\"" + complete("x.csv").sha256() + "\"";

    given().header("If-None-Match", tag).get(path()).then().statusCode(304).header("ETag", tag);
    given().header("If-None-Match", "W/" + tag + ", \"x\"").get(path()).then().statusCode(304);
    given().header("If-None-Match", "*").get(path()).then().statusCode(304);
    given().header("If-None-Match", "\"other\"").get(path()).then().statusCode(200);
  }

  @Test
  void aRangeOfAnotherVersionIsTheWholeFile() throws IOException {
    String tag = "\"" + complete("x.csv").sha256() + "\"";

    given().header("Range", "bytes=0-1").header("If-Range", tag).get(path()).then().statusCode(206);
    given()
        .header("Range", "bytes=0-1")
        .header("If-Range", "\"other\"")
        .get(path())
        .then()
        .statusCode(200);
  }

  @Test
  void headTellsTheSameWithoutTheBytes() throws IOException {
    String tag = "\"" + complete("x.csv").sha256() + "\"";

    Response response = given().head(path());

    response
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .header("Content-Length", "10")
        .header("Accept-Ranges", "bytes");
    assertThat(response.asString()).isEmpty();
  }

  @Test
  void jobsWithoutAResultAreProblemsThatSayWhy() {
    problem(given().get(path()), 404, "job-not-found");
    problem(given().get("/v1/jobs/nonsense/artifacts/csv"), 404, "job-not-found");
    problem(given().get("/download"), 400, "invalid-parameter");
    problem(given().get("/download?job_id=" + job + "&format=doc"), 404, "format-not-available");

    UUID dataset = UUID.randomUUID();
    tell(new GenerationRequested(header(), job, dataset, "gaussian-copula", 10));
    Eventually.isTrue("running", () -> given().get(path()).statusCode() == 409);
    problem(given().get(path()), 409, "job-not-finished").header("Retry-After", notNullValue());

    tell(new GenerationFailed(header(), job, dataset, "internal-error"));
    Eventually.isTrue("failed", () -> given().get(path()).path("code").equals("job-failed"));
    problem(given().get(path()), 409, "job-failed");

    tell(new GenerationRequested(header(), job, dataset, "gaussian-copula", 10));
    tell(new GenerationCancelled(header(), job, dataset));
    Eventually.isTrue("cancelled", () -> given().get(path()).path("code").equals("job-cancelled"));
    problem(given().get(path()), 409, "job-cancelled");
  }

  @Test
  void samplesAreListedAndDownloaded() {
    given()
        .get("/v1/samples")
        .then()
        .statusCode(200)
        .body("items.name", everyItem(oneOf("customers", "penguins")))
        .body("items.rows", everyItem(greaterThan(100)))
        .body("items.columns", everyItem(greaterThan(3)))
        .body("items.licence", everyItem(notNullValue()));
    List<String> contents = given().get("/v1/samples").path("items.links.content");
    assertThat(contents).hasSize(2);
    for (String content : contents) {
      Response sample = given().get(content);
      sample.then().statusCode(200).header("Content-Type", "text/csv; charset=UTF-8");
      given()
          .header("Content-Type", "text/csv")
          .body(sample.asByteArray())
          .post("/upload")
          .then()
          .statusCode(201);
    }
    problem(given().get("/v1/samples/nothing/content"), 404, "sample-not-found");
  }

  private ObjectRef complete(String name) throws IOException {
    UUID dataset = upload(name);
    ObjectRef csv =
        store.put(
            "datasets/default/" + dataset + "/jobs/" + job + "/1.csv",
            out -> out.write(RESULT.getBytes(StandardCharsets.UTF_8)));
    tell(new GenerationRequested(header(), job, dataset, "gaussian-copula", 10));
    tell(
        new GenerationCompleted(
            header(),
            job,
            dataset,
            1,
            42,
            0.2,
            List.of(new GeneratedTable(0, 10, List.of(0), csv, csv))));
    Eventually.isTrue("completed", () -> given().get(path()).statusCode() == 200);
    return csv;
  }

  private String path() {
    return "/download?job_id=" + job;
  }

  private static UUID upload(String name) {
    String id =
        given()
            .header("Content-Type", "text/csv")
            .queryParam("name", name)
            .body("a,b\n1,2\n3,4\n")
            .post("/upload")
            .then()
            .statusCode(201)
            .extract()
            .path("dataset_id");
    return UUID.fromString(id);
  }

  private static String state(UUID dataset) {
    return given().get("/v1/datasets/" + dataset).path("state");
  }

  private void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  private static EventHeader header() {
    return EventHeader.now("default", "default");
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("action", notNullValue());
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
