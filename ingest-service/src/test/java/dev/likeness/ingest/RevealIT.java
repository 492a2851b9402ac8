package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GeneratedTable;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.FileVault;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfiler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
@TestProfile(RevealIT.TwoPersons.class)
class RevealIT {

  private static final String KEY = "the-configured-key";
  private static final String WHY = "Call back the customers of complaint 4711";
  private static final String CSV =
      "name,email,age\nAnn,ann@example.org,31\nBob,bob@example.org,44\nCid,cid@example.org,52\n";

  /** A server on which two persons are needed, and each may ask three times a day. */
  public static final class TwoPersons implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "likeness.api-key", KEY,
          "likeness.oversight.reveal.second-person", "true",
          "likeness.oversight.reveal.daily-cap", "3",
          "likeness.work.owner", "reveals");
    }
  }

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private String officer;
  private String second;

  @BeforeEach
  void issueKeys() {
    officer = issue("privacy-officer");
    second = issue("privacy-officer");
  }

  @Test
  void clearValuesAreTakenOnceByTheOneWhoAskedAfterASecondPersonAgreed() throws IOException {
    String job = masked();
    Response asked = ask(officer, job, "[\"email\",\"name\"]", WHY);
    String id = asked.path("reveal_id");
    String content = asked.path("content");

    asked
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("state", equalTo("AWAITING_SECOND_PERSON"))
        .body("columns", contains(2, 1))
        .body("expires_at", notNullValue());
    code(as(officer).get(content), 409, "awaiting-second-person");
    code(as(officer).post("/v1/reveals/" + id + "/approval"), 403, "second-person-needed");
    as(second).post("/v1/reveals/" + id + "/approval").then().body("state", equalTo("READY"));
    code(as(second).post("/v1/reveals/" + id + "/approval"), 409, "approval-not-awaited");
    code(as(second).get(content), 403, "reveal-link-refused");
    code(as(officer).get(content + "x"), 403, "reveal-link-refused");
    assertThat(as(officer).head(content).statusCode()).isEqualTo(405);

    Response clear = as(officer).get(content);

    clear
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Content-Type", equalTo("text/csv; charset=UTF-8"));
    assertThat(clear.asString())
        .isEqualTo("email,name\nann@example.org,Ann\nbob@example.org,Bob\ncid@example.org,Cid\n");
    code(as(officer).get(content), 410, "reveal-gone");
    as(officer).get("/v1/reveals/" + id).then().body("state", equalTo("STREAMED"));
    List<String> actions = actions(id);
    assertThat(actions)
        .startsWith("reveal-requested")
        .contains("reveal-approved", "reveal-streamed", "reveal-completed", "reveal-refused");
    as(KEY)
        .get("/v1/audit?limit=1000")
        .then()
        .body("items.findAll { it.action == 'reveal-streamed' }.details.purpose", hasItems(WHY))
        .body("items.findAll { it.action == 'reveal-streamed' }.details.columns", hasItems("2,1"));
  }

  @Test
  void theMaskedCopyItselfIsNotInTheClear() throws IOException {
    String job = masked();

    Eventually.isTrue(
        "result", () -> as(KEY).get("/v1/jobs/" + job + "/artifacts/csv").statusCode() == 200);
    assertThat(as(KEY).get("/v1/jobs/" + job + "/artifacts/csv").asString())
        .doesNotContain("ann@example.org")
        .doesNotContain("Bob")
        .contains(",44\n");
  }

  @Test
  void onlyPrivacyOfficersRevealAndAdministratorsDoNot() throws IOException {
    String job = masked();
    String admin = issue("admin");
    String operator = issue("operator");

    for (String other : List.of(admin, operator, KEY)) {
      code(ask(other, job, "[\"email\"]", WHY), 403, "forbidden");
    }
    as(admin)
        .get("/v1/audit?limit=1000")
        .then()
        .body(
            "items.findAll { it.action == 'access-denied' }.details.operation",
            hasItems("POST /v1/reveals"));
  }

  @Test
  void aWishWithoutPurposeForOthersColumnsOrTooOftenIsRefused() throws IOException {
    String job = masked();

    code(ask(officer, job, "[\"email\"]", "because"), 422, "invalid-value");
    code(ask(officer, job, "[\"email\"]", " ".repeat(40)), 422, "invalid-value");
    code(ask(officer, job, "[\"email\",\"age\"]", WHY), 422, "unknown-column");
    code(ask(officer, job, "[]", WHY), 422, "invalid-value");
    code(ask(officer, UUID.randomUUID().toString(), "[\"email\"]", WHY), 404, "job-not-found");
    for (int i = 0; i < 3; i++) {
      ask(officer, job, "[\"email\"]", WHY).then().statusCode(201);
    }
    code(ask(officer, job, "[\"email\"]", WHY), 429, "reveal-cap-reached");
    ask(second, job, "[\"email\"]", WHY).then().statusCode(201);
  }

  @Test
  void nothingIsRevealedOfAnErasedDataset() throws IOException {
    String job = masked();
    Response asked = ask(officer, job, "[\"email\"]", WHY);
    String id = asked.path("reveal_id");
    as(second).post("/v1/reveals/" + id + "/approval").then().statusCode(200);

    as(officer).delete("/v1/datasets/" + asked.path("dataset_id")).then().statusCode(202);

    code(as(officer).get(asked.<String>path("content")), 404, "job-not-found");
  }

  /** A masked copy of a dataset, as the generator would have left and told it. */
  private String masked() throws IOException {
    String dataset =
        as(KEY).contentType("text/csv").body(CSV).post("/upload?name=x.csv").path("dataset_id");
    UUID job = UUID.randomUUID();
    String csv = "datasets/default/" + dataset + "/jobs/" + job + "/masked-1.csv";
    try (Scratch scratch = store.scratch()) {
      Path upload = Files.writeString(scratch.file("x.csv"), CSV);
      Path parquet = scratch.file("x.parquet");
      Reading reading =
          TableReader.ingest(upload, parquet, ReadLimits.defaults(), RunContext.quiet());
      Path vault = scratch.file("vault");
      try (OutputStream entries = Files.newOutputStream(vault);
          FileVault tokens = FileVault.writing(entries)) {
        MaskedCopy copy =
            MaskedCopy.of(
                reading,
                TableProfiler.profile(parquet, reading, RunContext.quiet()),
                new TreatmentPlan(
                    Map.of(
                        "name", choice("encrypt"),
                        "email", choice("tokenize"))),
                keys.of(KeyScope.dataset("default", dataset)),
                tokens);
        ObjectRef ref = store.put(csv, out -> copy.write(parquet, out, RunContext.quiet()));
        tokens.close();
        store.put(MaskedObjects.vault(csv), out -> Files.copy(vault, out));
        store.put(MaskedObjects.manifest(csv), out -> out.write(copy.manifest().bytes()));
        tell(new GenerationRequested(header(), job, UUID.fromString(dataset), "masked", 3));
        tell(
            new GenerationCompleted(
                header(),
                job,
                UUID.fromString(dataset),
                1,
                42,
                0.2,
                List.of(new GeneratedTable(0, 3, List.of(0), ref, ref))));
      }
    }
    Eventually.isTrue(
        "job", () -> as(KEY).get("/v1/jobs/" + job + "/artifacts/csv").statusCode() == 200);
    return job.toString();
  }

  private static TreatmentChoice choice(String name) {
    return TreatmentChoice.of(name, JsonNodeFactory.instance.objectNode());
  }

  private static EventHeader header() {
    return EventHeader.now("default", "default");
  }

  private void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  private static List<String> actions(String reveal) {
    return as(KEY)
        .get("/v1/audit?limit=1000")
        .path("items.findAll { it.details.reveal == '" + reveal + "' }.action");
  }

  private static Response ask(String key, String job, String columns, String purpose) {
    return as(key)
        .contentType("application/json")
        .body(
            "{\"artifact\":{\"job_id\":\""
                + job
                + "\"},\"columns\":"
                + columns
                + ",\"purpose\":\""
                + purpose
                + "\"}")
        .post("/v1/reveals");
  }

  private static void code(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  private static String issue(String role) {
    return as(KEY)
        .contentType("application/json")
        .body("{\"name\":\"a test\",\"roles\":[\"" + role + "\"]}")
        .post("/v1/api-keys")
        .path("token");
  }

  private static RequestSpecification as(String key) {
    return given().urlEncodingEnabled(false).header("X-API-Key", key);
  }
}
