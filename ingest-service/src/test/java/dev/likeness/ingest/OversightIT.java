package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.contracts.ErasureAcknowledged;
import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.Topics;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.audit.AuditLines;
import dev.likeness.privacy.audit.AuditVerifier;
import dev.likeness.privacy.key.KeyUnavailableException;
import dev.likeness.privacy.key.SigningKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class OversightIT {

  private static final String CSV = "name,age\nAnn,31\nBob,44\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject ObjectStore store;

  @Inject
  @DataSource("ingest")
  AgroalDataSource ingest;

  @ConfigProperty(name = "likeness.data-dir")
  Path data;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Test
  void anIssuedKeyWorksUntilItIsRevokedAndIsShownOnce() {
    Response issued = issue("[\"viewer\"]");
    String token = issued.path("token");
    String id = issued.path("id");

    issued
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("roles", contains("viewer"))
        .body("created_by", equalTo("local"));
    with(token).get("/v1/me").then().body("name", equalTo("key:" + id));
    with(token).get("/v1/datasets").then().statusCode(200);
    with(token).body(CSV).contentType("text/csv").post("/upload").then().statusCode(403);
    given()
        .get("/v1/api-keys")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.token", equalTo(null));
    given().delete("/v1/api-keys/" + id).then().statusCode(204);
    with(token).get("/v1/me").then().statusCode(401).body("code", equalTo("unauthorized"));
    given().delete("/v1/api-keys/" + id).then().statusCode(404);
    assertThat(actions()).contains("api-key-issued", "access-denied", "api-key-revoked");
  }

  @Test
  void aWrongWishForAKeyIsAProblem() {
    issue("[\"emperor\"]").then().statusCode(422).body("pointer", equalTo("/roles/0"));
    issue("[]").then().statusCode(422).body("pointer", equalTo("/roles"));
    given()
        .contentType("application/json")
        .body("{\"name\":\"x\",\"roles\":[\"viewer\"],\"expires_in_days\":9999}")
        .post("/v1/api-keys")
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/expires_in_days"));
  }

  @Test
  void theOnlyUserOfALoopbackServerHasEveryRole() {
    given()
        .get("/v1/me")
        .then()
        .body("name", equalTo("local"))
        .body("roles", containsInAnyOrder("viewer", "operator", "privacy-officer", "admin"));
  }

  @Test
  void anErasedDatasetCannotBeReadFromHereNorFromABackupWithoutKeys() throws IOException {
    String dataset = upload();
    Path objects = data.resolve("objects");
    Path backup = Files.createTempDirectory("backup");
    copy(objects.resolve("datasets/default/" + dataset), backup.resolve("old"));

    Response erasure = given().delete("/v1/datasets/" + dataset);

    erasure
        .then()
        .statusCode(202)
        .header("Location", notNullValue())
        .body("state", equalTo("RUNNING"))
        .body("erased.what", contains("upload", "canonical copy", "reading"))
        .body("key_id", notNullValue());
    assertThat(objects.resolve("keys/default/" + dataset)).doesNotExist();
    assertThat(filesBelow(objects.resolve("datasets/default/" + dataset))).isEmpty();
    given().get("/v1/datasets/" + dataset).then().statusCode(404);
    given().get("/v1/datasets/" + dataset + "/preview").then().statusCode(404);
    assertThat(rowsNaming(dataset))
        .contains("audit", "erasures")
        .isSubsetOf("audit", "erasures", "outbox");

    copy(backup.resolve("old"), objects.resolve("datasets/default/" + dataset));
    String canonical = "datasets/default/" + dataset + "/1/reading.json";
    assertThat(store.exists(canonical)).isTrue();
    assertThatThrownBy(() -> store.open(canonical))
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.code()).isEqualTo("key-missing"));
  }

  @Test
  void aReceiptIsCompleteWhenEveryServiceHasAnswered() {
    String dataset = upload();
    Response erasure = given().delete("/v1/datasets/" + dataset);
    String self = erasure.path("links.self");
    UUID id = UUID.fromString(erasure.path("erasure_id"));
    ErasureRequested asked = asked(dataset);
    assertThat(asked.erasureId()).isEqualTo(id);

    acknowledge(asked, "profiler");
    acknowledge(asked, "generator");
    Eventually.isTrue("two answers", () -> given().get(self).<List<?>>path("services").size() == 2);
    given().get(self).then().body("state", equalTo("RUNNING"));
    acknowledge(asked, "evaluator");

    Eventually.isTrue(
        "completion", () -> given().get(self).<String>path("state").equals("COMPLETED"));
    given()
        .get(self)
        .then()
        .body("services.service", contains("evaluator", "generator", "profiler"))
        .body("services[0].objects", equalTo(2))
        .body("completed_at", notNullValue())
        .body("surviving_project_keys", hasSize(0));
    given().delete("/v1/datasets/" + dataset).then().body("erasure_id", equalTo(id.toString()));
    given().delete("/v1/datasets/" + UUID.randomUUID()).then().statusCode(404);
    given().get("/v1/erasures/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aRepeatedUploadIsAnsweredUntilItsDatasetIsErasedAndItsRowsNeverLieInTheClear() {
    String key = UUID.randomUUID().toString();
    String csv = "name\n" + "Zebediah-" + key + "\n";
    String dataset = upload(csv, key).path("dataset_id");

    assertThat(upload(csv, key).<String>path("preview.rows[0][0]")).isEqualTo("Zebediah-" + key);
    assertThat(rowsNaming("Zebediah-" + key)).isEmpty();

    given().delete("/v1/datasets/" + dataset).then().statusCode(202);
    assertThat(upload(csv, key).<String>path("dataset_id")).isNotEqualTo(dataset);
  }

  @Test
  void theLogIsIntactAndShowsWhenSomebodyChangedIt() throws IOException {
    upload();
    Database database = Database.of(ingest);
    database.update("delete from audit_checkpoints where key <> ?", keyOfThisServer());
    assertThat(verify().isIntact()).isTrue();

    String before =
        database.first("select actor from audit where sequence = 1", r -> r.getString(1)).get();
    database.update("update audit set actor = 'somebody' where sequence = 1");
    assertThat(verify().findings()).contains(new AuditVerifier.Finding(1, "entry-changed"));
    database.update("update audit set actor = ? where sequence = 1", before);

    assertThat(verify().isIntact()).isTrue();
    assertThat(filesBelow(data.resolve("audit")))
        .anyMatch(file -> file.endsWith("default.checkpoints.jsonl"));
  }

  @Test
  void keysAreWrappedAgainAndDataStayReadable() {
    String dataset = upload();

    given().post("/v1/keys/rotation").then().statusCode(200).body("rewrapped", notNullValue());

    given().get("/v1/datasets/" + dataset + "/preview").then().body("rows", hasSize(2));
    assertThat(actions()).contains("keys-rewrapped", "key-created", "dataset-uploaded");
  }

  /** The database outlives the servers of other tests, which signed with keys of their own. */
  private static String keyOfThisServer() {
    return SigningKey.id(
        SigningKey.readPublic(given().get("/v1/audit/checkpoints").path("public_key")));
  }

  private AuditVerifier.Report verify() throws IOException {
    JsonNode signed = JSON.readTree(given().get("/v1/audit/checkpoints").asByteArray());
    AuditVerifier verifier =
        AuditVerifier.against(
            Stream.iterate(0, i -> i < signed.get("items").size(), i -> i + 1)
                .map(i -> AuditLines.checkpoint(signed.get("items").get(i).toString()))
                .toList(),
            SigningKey.readPublic(signed.get("public_key").asText()));
    entries().forEach(entry -> verifier.add(AuditLines.entry(entry.toString())));
    return verifier.report();
  }

  private static List<JsonNode> entries() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    String cursor = "0";
    while (!cursor.isEmpty()) {
      JsonNode page =
          JSON.readTree(given().get("/v1/audit?limit=7&cursor=" + cursor).asByteArray());
      page.get("items").forEach(entries::add);
      cursor = page.path("next_cursor").asText("").replace("null", "");
    }
    return entries;
  }

  private static List<String> actions() {
    try {
      return entries().stream().map(entry -> entry.get("action").asText()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Tables of the schema that have a row with a text in it. */
  private List<String> rowsNaming(String text) {
    Database database = Database.of(ingest);
    List<String> tables =
        database.query(
            "select table_name from information_schema.tables where table_schema = 'ingest'"
                + " and table_name not like 'flyway%'",
            row -> row.getString(1));
    return tables.stream()
        .filter(
            table ->
                database
                    .first(
                        "select 1 from " + table + " t where t::text like ? limit 1",
                        row -> row.getInt(1),
                        "%" + text + "%")
                    .isPresent())
        .toList();
  }

  private ErasureRequested asked(String dataset) {
    try (TestRecords records = TestRecords.of(kafka, Topics.DATASET_EVENTS)) {
      return Eventually.get(
          "wish",
          () ->
              records.look().stream()
                  .filter(r -> r.key().equals(dataset))
                  .map(r -> EventJson.read(r.value()))
                  .filter(ErasureRequested.class::isInstance)
                  .map(ErasureRequested.class::cast)
                  .findFirst());
    }
  }

  private void acknowledge(ErasureRequested asked, String service) {
    Event event =
        new ErasureAcknowledged(
            EventHeader.now("default", "default"),
            asked.erasureId(),
            asked.datasetId(),
            service,
            2,
            3);
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  private static io.restassured.specification.RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static Response issue(String roles) {
    return given()
        .contentType("application/json")
        .body("{\"name\":\"a test\",\"roles\":" + roles + "}")
        .post("/v1/api-keys");
  }

  private static String upload() {
    return upload(CSV, UUID.randomUUID().toString()).path("dataset_id");
  }

  private static Response upload(String csv, String key) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/upload?name=people.csv");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : filesBelow(from)) {
      Path target = to.resolve(from.relativize(file));
      Files.createDirectories(target.resolveSibling("."));
      Files.copy(file, target);
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(folder)) {
      return below.filter(Files::isRegularFile).toList();
    }
  }
}
