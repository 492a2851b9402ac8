package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.Topics;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
class UploadIT {

  private static final String CSV = "id,name,age\n1,Ann,30\n2,Bob,\n3,\"Cy, jr\",50\n";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "likeness.data-dir")
  Path data;

  @ParameterizedTest
  @ValueSource(strings = {"/upload", "/v1/datasets"})
  void aFormBecomesADataset(String path) {
    Response response = given().multiPart("file", "people.csv", bytes(CSV), "text/csv").post(path);

    String id = response.then().statusCode(201).extract().path("dataset_id");
    response
        .then()
        .contentType(ContentType.JSON)
        .header("Location", containsString("/v1/datasets/" + id))
        .body("name", equalTo("people.csv"))
        .body("state", equalTo("UPLOADED"))
        .body("rows", equalTo(3))
        .body("bytes", equalTo(CSV.length()))
        .body("sha256", equalTo(sha256(CSV)))
        .body("created_at", containsString("T"))
        .body("dialect.delimiter", equalTo(","))
        .body("dialect.header", equalTo(true))
        .body("dialect.line_end", equalTo("LF"))
        .body("dialect.skipped_lines", equalTo(0))
        .body("columns.position", equalTo(List.of(1, 2, 3)))
        .body("columns.name", equalTo(List.of("id", "name", "age")))
        .body("warnings", hasSize(0))
        .body("preview.columns", equalTo(List.of("id", "name", "age")))
        .body("preview.rows[1][2]", nullValue())
        .body("preview.rows[2][1]", equalTo("Cy, jr"))
        .body("links.self", equalTo("/v1/datasets/" + id))
        .body("links.preview", equalTo("/v1/datasets/" + id + "/preview"))
        .body("links.profile", equalTo("/v1/datasets/" + id + "/profile"))
        .body("links.generate", equalTo("/v1/jobs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "text/plain",
        "text/tab-separated-values",
        "application/octet-stream",
        "text/csv; charset=UTF-8"
      })
  void aBareBodyBecomesADataset(String type) {
    given()
        .header("Content-Type", type)
        .body(bytes(CSV))
        .post("/upload?name=people.csv")
        .then()
        .statusCode(201)
        .body("name", equalTo("people.csv"))
        .body("rows", equalTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=\"my table.csv\" | my table.csv",
        "attachment; filename=x.csv; filename*=UTF-8''na%C3%AFve.csv | naïve.csv",
        "attachment; filename=\"../../etc/passwd\" | passwd",
        "attachment; filename=\"C:\\\\x\\\\y.csv\" | y.csv",
        "attachment; filename*=UTF-8''a%0D%0Ab.csv | ab.csv",
        "attachment | upload.csv",
      })
  void aBareBodyIsCalledAsItsContentDispositionSays(String disposition, String name) {
    given()
        .header("Content-Type", "text/csv")
        .header("Content-Disposition", disposition)
        .body(bytes(CSV))
        .post("/upload")
        .then()
        .statusCode(201)
        .body("name", equalTo(name));
  }

  @Test
  void theUploadIsToldWithReferencesAndWithoutValues() {
    String id = upload(CSV);

    try (TestRecords records = TestRecords.of(kafka, Topics.DATASET_EVENTS)) {
      String told =
          Eventually.get(
              "event",
              () ->
                  records.look().stream()
                      .filter(r -> r.key().equals(id))
                      .map(r -> r.value())
                      .findFirst());
      DatasetUploaded event = (DatasetUploaded) EventJson.read(told);
      assertThat(event.tables().getFirst().rows()).isEqualTo(3);
      assertThat(event.tables().getFirst().columns()).isEqualTo(3);
      assertThat(data.resolve("objects").resolve(event.tables().getFirst().canonical().key()))
          .exists();
      assertThat(told).doesNotContain("Ann").doesNotContain("age").doesNotContain("people.csv");
    }
  }

  @Test
  void aDatasetCanBeSeenAndListedAndPreviewed() {
    String first = upload(CSV);
    String second = upload("a;b\n" + "1;2\n".repeat(80));

    given()
        .get("/v1/datasets/" + first)
        .then()
        .statusCode(200)
        .body("dataset_id", equalTo(first))
        .body("columns", hasSize(3))
        .body("$", not(org.hamcrest.Matchers.hasKey("preview")));
    given()
        .get("/v1/datasets/" + second + "/preview")
        .then()
        .statusCode(200)
        .body("rows", hasSize(50))
        .body("columns", equalTo(List.of("a", "b")));
    given()
        .get("/v1/datasets/" + second + "/preview?rows=2")
        .then()
        .body("rows", equalTo(List.of(List.of("1", "2"), List.of("1", "2"))));
    given()
        .get("/v1/datasets")
        .then()
        .statusCode(200)
        .body("items.dataset_id", hasItems(first, second));
  }

  @Test
  void theListComesPageByPageFromNewToOldWithoutGapOrRepeat() {
    List<String> made = IntStream.range(0, 5).mapToObj(i -> upload(CSV)).toList();

    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = given().get("/v1/datasets?limit=2&cursor=" + cursor);
      page.then().statusCode(200);
      seen.addAll(page.path("items.dataset_id"));
      cursor = page.path("next_cursor");
    }

    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(made.reversed());
  }

  @Test
  void theSameKeyAndFileIsOneDataset() {
    String key = UUID.randomUUID().toString();

    Response first = uploadWithKey(CSV, key);
    Response again = uploadWithKey(CSV, key);

    first.then().statusCode(201);
    again.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    problem(uploadWithKey(CSV + "4,Di,60\n", key), 422, "idempotency-key-reused");
  }

  @Test
  void anOddFileIsTakenAndItsOdditiesAreCounted() {
    Response response = post("a,b,c\n1,2,3\n4,5\n6,7\n");

    response
        .then()
        .statusCode(201)
        .body("rows", equalTo(3))
        .body("warnings[0].code", notNullValue())
        .body("warnings[0].count", equalTo(2))
        .body("warnings[0].first_row", equalTo(2));
  }

  @Test
  void aHeaderAloneIsATableWithoutRows() {
    post("a,b,c\n").then().statusCode(201).body("rows", equalTo(0)).body("columns", hasSize(3));
  }

  @Test
  void refusedFilesAreProblemsThatNameCauseAndRemedyAndLeaveNothing() {
    List<Path> before = files();

    problem(post(""), 400, "empty-file");
    problem(post(new byte[4096]), 400, "binary-file");
    problem(post(random(50_000)), 400, "binary-file");
    problem(post(gzipLike()), 400, "damaged-file");
    problem(post(columns(5_000)), 400, "too-many-columns");
    problem(post("a,b\n1," + "x".repeat(900_000) + "\n" + "y,z\n"), 201);
    problem(post("h".repeat(70_000) + ",b\n1,2\n"), 400, "header-too-large");

    assertThat(files()).hasSize(before.size() + 4);
  }

  @Test
  void aFileOverTheLimitIsRefusedWithoutATrace() throws Exception {
    List<Path> before = files();
    byte[] large = bytes("a,b\n" + "1,2\n".repeat(300_000));
    byte[] huge = bytes("a,b\n" + "1,2\n".repeat(1_000_000));

    problem(post(large), 413, "file-too-large");
    problem(
        given().multiPart("file", "x.csv", large, "text/csv").post("/upload"),
        413,
        "file-too-large");
    assertThat(chunked(large)).startsWith("413").contains("file-too-large");
    problem(post(huge), 413, "file-too-large");

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFormWithoutAFileIsAProblem() {
    problem(given().multiPart("other", "x").post("/upload"), 400, "missing-file");
    problem(
        given().contentType("application/x-www-form-urlencoded").body("a=b").post("/upload"),
        415,
        "unsupported-media-type");
  }

  @Test
  void unknownDatasetsAndWrongParametersAreProblems() {
    String id = upload(CSV);

    problem(given().get("/v1/datasets/" + UUID.randomUUID()), 404, "dataset-not-found");
    problem(given().get("/v1/datasets/nonsense"), 404, "dataset-not-found");
    problem(
        given().get("/v1/datasets/" + UUID.randomUUID() + "/preview"), 404, "dataset-not-found");
    problem(given().get("/v1/datasets/" + id + "/nothing"), 404, "not-found");
    problem(given().get("/v1/datasets/" + id + "/preview?rows=0"), 400, "invalid-parameter");
    problem(given().get("/v1/datasets/" + id + "/preview?rows=1001"), 400, "invalid-parameter");
    problem(given().get("/v1/datasets?limit=0"), 400, "invalid-parameter");
    problem(given().get("/v1/datasets?limit=201"), 400, "invalid-parameter");
    problem(given().get("/v1/datasets?cursor=nonsense"), 400, "invalid-parameter");
    problem(given().put("/upload"), 405, "method-not-allowed");
    problem(given().get("/upload/deeper"), 404, "not-found");
    problem(uploadWithKey(CSV, "k".repeat(300)), 400, "invalid-idempotency-key");
  }

  @Test
  void wronglyTypedParametersAreProblems() {
    Response response = given().get("/v1/datasets?limit=many");

    response
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-parameter"));
  }

  @Test
  void everyOperationIsDescribed() {
    Response api = given().get("/openapi?format=json");

    api.then()
        .statusCode(200)
        .body("paths.'/upload'.post.summary", notNullValue())
        .body("paths.'/v1/datasets'.post.summary", notNullValue())
        .body("paths.'/v1/datasets'.get.summary", notNullValue())
        .body("paths.'/v1/datasets/{id}'.get.responses.'404'", notNullValue())
        .body("paths.'/v1/datasets/{id}/preview'.get.summary", notNullValue())
        .body("paths.'/v1/samples'.get.summary", notNullValue())
        .body("paths.'/v1/samples/{name}/content'.get.summary", notNullValue())
        .body("paths.'/download'.get.responses.'409'", notNullValue())
        .body("paths.'/v1/jobs/{id}/artifacts/{format}'.get.responses.'206'", notNullValue())
        .body(
            "paths.'/upload'.post.requestBody.content.keySet()",
            hasItems("multipart/form-data", "text/csv"))
        .body("components.schemas.Dataset.properties.dataset_id", notNullValue())
        .body("info.title", equalTo("Likeness"))
        .body("paths.'/download'.get.responses.'200'.headers.ETag.schema.type", equalTo("string"))
        .body(
            "paths.'/download'.get.responses.'404'.content.'application/problem+json'"
                + ".examples.keySet()",
            hasItems("job-not-found", "format-not-available"))
        .body("components.schemas.Problem.properties.action", notNullValue());
  }

  private String upload(String csv) {
    return post(csv).then().statusCode(201).extract().path("dataset_id");
  }

  private static Response post(String csv) {
    return post(bytes(csv));
  }

  private static Response post(byte[] body) {
    return given().header("Content-Type", "text/csv").body(body).post("/upload?name=people.csv");
  }

  private static Response uploadWithKey(String csv, String key) {
    return given()
        .header("Content-Type", "text/csv")
        .header("Idempotency-Key", key)
        .body(bytes(csv))
        .post("/upload?name=people.csv");
  }

  private static void problem(Response response, int status) {
    response.then().statusCode(status);
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("action", notNullValue())
        .body("type", startsWith("https://likeness.dev/problems/"));
  }

  private static String chunked(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + io.restassured.RestAssured.port + "/upload"))
            .header("Content-Type", "text/csv")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] gzipLike() {
    byte[] bytes = random(2_000);
    bytes[0] = 0x1f;
    bytes[1] = (byte) 0x8b;
    bytes[2] = 8;
    return bytes;
  }

  private static String columns(int count) {
    String header = String.join(",", IntStream.range(0, count).mapToObj(i -> "c" + i).toList());
    return header + "\n" + "1,".repeat(count - 1) + "1\n";
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<Path> files() {
    try (Stream<Path> below = Files.walk(data)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
