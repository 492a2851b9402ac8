package dev.likeness.generator.rest;

import static dev.likeness.generator.rest.JobCalls.ended;
import static dev.likeness.generator.rest.JobCalls.job;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.MaskedTable;
import dev.likeness.contracts.MaskingRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.Topics;
import dev.likeness.generator.Upstream;
import dev.likeness.generator.Upstream.Dataset;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.ProfileMark;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.FileVault;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.Reveal;
import dev.likeness.privacy.treatment.Vault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masked copies, and treatments inside synthetic jobs. */
@QuarkusTest
@WithTestResource(Backends.class)
class MaskedIT {

  private static final int ROWS = 240;

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private Upstream upstream;
  private TestRecords told;

  @BeforeEach
  void connect() {
    upstream = new Upstream(store, keys, kafka);
    told = TestRecords.of(kafka, Topics.GENERATION_EVENTS);
  }

  @AfterEach
  void disconnect() {
    told.close();
  }

  private static String people() {
    StringBuilder csv = new StringBuilder("email,city,income\n");
    String[] cities = {"Graz", "Linz", "Wien"};
    for (int row = 0; row < ROWS; row++) {
      csv.append("person").append(row).append("@mail.com,");
      csv.append(cities[row % 3]).append(',').append(1000 + row * 7 % 900).append(".50\n");
    }
    return csv.toString();
  }

  @Test
  void copiesRowByRowSoThatTheKeyBringsIdentifiersBack() throws IOException {
    UUID dataset = upstream.tell(people());

    String id =
        mask(dataset, "{}")
            .statusCode(202)
            .header("Location", org.hamcrest.Matchers.containsString("/v1/jobs/"))
            .body("kind", equalTo("masked"))
            .body("model", nullValue())
            .body("rows", equalTo(ROWS))
            .body("links", hasKey("evaluation"))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED")).body("result.rows", equalTo(ROWS));
    MaskedTable table = heard(id, DatasetMasked.class).tables().getFirst();
    assertThat(events(id)).first().isInstanceOf(MaskingRequested.class);
    assertThat(events(id)).noneMatch(event -> event instanceof GenerationCompleted);
    assertThat(table.columns()).containsExactly(0, 1, 2);
    assertThat(table.vault()).isNull();
    List<String> lines = text(table.csv()).lines().toList();
    assertThat(lines).hasSize(ROWS + 1).first().isEqualTo("email,city,income");
    assertThat(lines.get(8)).matches("[a-z]+\\d@[a-z]{4}\\.[a-z]{3},Linz,1049\\.50");
    assertThat(revealed(table, KeyScope.dataset("default", dataset.toString()), Vault.NONE))
        .startsWith("email\nperson0@mail.com\nperson1@mail.com\n");
  }

  @Test
  void waitsForTheProfileThatSomebodyHasJustAmended() throws IOException {
    Dataset dataset = upstream.store(people());
    upstream.tell(dataset.uploaded());
    upstream.tell(dataset.profiled());
    ProfileMark.put(store, "default", dataset.id(), 2);
    ProfileAmended amended = upstream.amended(dataset, "email", "redact");

    String id = mask(dataset.id(), "{}").statusCode(202).extract().path("job_id");
    job(id).body("stage", equalTo("waiting"));
    upstream.tell(amended);

    succeeds(id);
    String csv = text(heard(id, DatasetMasked.class).tables().getFirst().csv());
    assertThat(csv).doesNotContain("@").contains(",Linz,1049.50\n");
  }

  @Test
  void waitsForTheProfileOfAFileThatIsReadAnew() throws IOException {
    Dataset first = upstream.store(people());
    upstream.tell(first.uploaded());
    upstream.tell(first.profiled());
    String warm = mask(first.id(), "{}").statusCode(202).extract().path("job_id");
    job(ended(warm)).body("state", equalTo("SUCCEEDED"));
    Dataset second = upstream.again(first, people().replace("city", "town"));
    upstream.tell(second.uploaded());
    Eventually.isTrue(
        "second reading",
        () ->
            mask(first.id(), "{\"treatments\": {\"city\": {\"name\": \"keep\"}}}")
                    .extract()
                    .statusCode()
                == 422);

    String id = mask(first.id(), "{}").statusCode(202).extract().path("job_id");
    job(id).body("stage", equalTo("waiting"));
    upstream.tell(second.profiled());

    succeeds(id);
    assertThat(text(heard(id, DatasetMasked.class).tables().getFirst().csv()))
        .startsWith("email,town,income\n");
  }

  @Test
  void valuesMatchUnderTheKeyOfAProject() throws IOException {
    String body =
        """
        {"treatments": {"email": {"name": "tokenize"}, "income": {"name": "drop"},
                        "city": {"name": "redact", "options": {"text": "-"}}},
         "project": "crm"}
        """;
    MaskedTable one = masked(upstream.tell(people()), body);
    MaskedTable two = masked(upstream.tell(people()), body);

    assertThat(one.columns()).containsExactly(0, 1);
    assertThat(text(one.csv())).isEqualTo(text(two.csv())).contains(",-\n");
    try (InputStream vault = store.open(one.vault().key())) {
      assertThat(revealed(two, KeyScope.project("default", "crm"), FileVault.reading(vault)))
          .startsWith("email\nperson0@mail.com\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400|malformed-json||{\"treatments\":",
        "400|unknown-property|/treatmnts|{\"treatmnts\":{}}",
        "422|unknown-column|/treatments/mail|{\"treatments\":{\"mail\":{\"name\":\"fake\"}}}",
        "422|invalid-treatment|/treatments/email/name|{\"treatments\":{\"email\":{\"name\":\"rot\"}}}",
        "422|invalid-treatment|/treatments/email/options/keep|{\"treatments\":{\"email\":{\"name\":\"mask\",\"options\":{\"keep\":-1}}}}",
        "422|invalid-treatment|/treatments/email/nam|{\"treatments\":{\"email\":{\"nam\":\"mask\"}}}",
        "422|invalid-treatment|/treatments/email|{\"treatments\":{\"email\":{\"name\":\"keep\"}}}",
        "422|invalid-treatment|/treatments/city|{\"treatments\":{\"city\":{\"name\":\"caesar-legacy\",\"options\":{\"acknowledged\":true}}}}",
        "422|invalid-treatment|/treatments/city|{\"treatments\":{\"city\":{\"name\":\"shift\"}}}",
        "422|invalid-value|/project|{\"project\":\"../up\"}"
      })
  void saysWhatIsWrong(int status, String code, String pointer, String body) throws IOException {
    UUID dataset = upstream.tell(people());
    ready(dataset);

    ValidatableResponse answer = mask(dataset, body).statusCode(status).body("code", equalTo(code));
    if (pointer != null) {
      answer.body("pointer", equalTo(pointer));
    }
  }

  @Test
  void unknownDatasetsAreNotFound() {
    mask(UUID.randomUUID(), "{}").statusCode(404).body("code", equalTo("dataset-not-found"));
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/datasets/none/masked")
        .then()
        .statusCode(404);
  }

  @Test
  void aJobThatWaitsIsCancelledAndTriedAgain() throws IOException {
    Dataset dataset = upstream.store(people());
    upstream.tell(dataset.uploaded());
    String id = mask(dataset.id(), "{}").statusCode(202).extract().path("job_id");

    given().post("/v1/jobs/" + id + "/cancel").then().statusCode(202);
    job(id).body("state", equalTo("CANCELLED"));
    heard(id, GenerationCancelled.class);
    given().post("/v1/jobs/" + id + "/retry").then().statusCode(202);
    upstream.tell(dataset.profiled());

    job(ended(id)).body("state", equalTo("SUCCEEDED")).body("attempt", equalTo(2));
  }

  @Test
  void theSameKeyMakesOneJob() throws IOException {
    UUID dataset = upstream.tell(people());
    String one = keyed(dataset);
    assertThat(keyed(dataset)).isEqualTo(one);
    ended(one);
  }

  @Test
  void treatmentsTakePartInSyntheticJobs() throws IOException {
    UUID dataset = upstream.tell(people());
    String body =
        """
        {"dataset_id": "%s", "model": "independent", "rows": 50,
         "treatments": {"email": {"name": "drop"}, "city": {"name": "fake"}}}
        """;
    String id =
        given()
            .contentType(ContentType.JSON)
            .body(body.formatted(dataset))
            .post("/generate")
            .then()
            .statusCode(202)
            .body("kind", equalTo("synthetic"))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
    var table = heard(id, GenerationCompleted.class).tables().getFirst();
    assertThat(table.columns()).containsExactly(1, 2);
    assertThat(table.treated()).containsExactly(1);
    assertThat(text(table.csv()).lines().toList())
        .hasSize(51)
        .noneMatch(line -> line.startsWith("Graz") || line.startsWith("Linz"));
  }

  private static String keyed(UUID dataset) {
    return given()
        .header("Idempotency-Key", "mask-once")
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/datasets/" + dataset + "/masked")
        .then()
        .statusCode(202)
        .extract()
        .path("job_id");
  }

  private MaskedTable masked(UUID dataset, String body) {
    String id = mask(dataset, body).statusCode(202).extract().path("job_id");
    job(ended(id)).body("state", equalTo("SUCCEEDED"));
    return heard(id, DatasetMasked.class).tables().getFirst();
  }

  /** The dataset's profile has come: the job of a request begins at once. */
  private static void ready(UUID dataset) {
    String id = mask(dataset, "{}").statusCode(202).extract().path("job_id");
    job(ended(id)).body("state", equalTo("SUCCEEDED"));
  }

  private static ValidatableResponse mask(UUID dataset, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/datasets/" + dataset + "/masked")
        .then();
  }

  /** Jobs of these tests wait for four seconds; a slow machine may need another attempt. */
  private static void succeeds(String id) {
    Eventually.isTrue(
        "success",
        () -> {
          String state = given().get("/v1/jobs/" + id).path("state");
          if (state.equals("FAILED")) {
            job(id).body("error.code", equalTo("profile-timeout"));
            given().post("/v1/jobs/" + id + "/retry");
          }
          return state.equals("SUCCEEDED");
        });
  }

  private List<Event> events(String jobId) {
    return told.look().stream()
        .filter(record -> jobId.equals(record.key()))
        .map(record -> EventJson.read(record.value()))
        .toList();
  }

  private <E extends Event> E heard(String jobId, Class<E> type) {
    return Eventually.get(
        type.getSimpleName(),
        () -> events(jobId).stream().filter(type::isInstance).map(type::cast).findFirst());
  }

  private String text(ObjectRef ref) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String revealed(MaskedTable table, KeyScope scope, Vault vault) throws IOException {
    MaskedManifest manifest =
        MaskedManifest.read(new ByteArrayInputStream(text(table.manifest()).getBytes()));
    assertThat(manifest.scope()).isEqualTo(scope);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = store.open(table.csv().key())) {
      Reveal.of(manifest, keys.of(scope), vault)
          .write(in, List.of("email"), out, RunContext.quiet());
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
