package dev.likeness.generator.rest;

import static dev.likeness.generator.rest.JobCalls.ended;
import static dev.likeness.generator.rest.JobCalls.job;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.GenerationCancelled;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.GenerationFailed;
import dev.likeness.contracts.GenerationRequested;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.Topics;
import dev.likeness.generator.Samples;
import dev.likeness.generator.Upstream;
import dev.likeness.generator.Upstream.Dataset;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generator alone: events in by Kafka, objects in the store, people by HTTP. */
@QuarkusTest
@WithTestResource(Backends.class)
class GeneratorIT {

  private static final long MANY_ROWS = 20_000_000;

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @Service(GeneratorConfig.SERVICE)
  ServiceRuntime runtime;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @TestHTTPResource("/")
  URI root;

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

  @Test
  void makesTheRowsThatTheEngineMakesAloneAndTellsOfThem() throws IOException {
    Dataset dataset = upstream.store(Samples.people(300));
    upstream.tell(dataset.uploaded());
    upstream.tell(dataset.profiled());

    String id =
        post(Map.of("dataset_id", dataset.id()))
            .statusCode(202)
            .header("Location", containsString("/v1/jobs/"))
            .header("Retry-After", "1")
            .body("state", equalTo("QUEUED"))
            .body("model", equalTo("auto"))
            .body("rows", equalTo(300))
            .body("seed", equalTo(42))
            .body("columns", nullValue())
            .extract()
            .path("job_id");

    job(ended(id))
        .body("state", equalTo("SUCCEEDED"))
        .body("stage", equalTo("done"))
        .body("percent", equalTo(100.0f))
        .body("attempt", equalTo(1))
        .body("error", nullValue())
        .body("started_at", notNullValue())
        .body("finished_at", notNullValue())
        .body("result.rows", equalTo(300))
        .body("links.download", equalTo("/v1/jobs/" + id + "/artifacts/csv"));
    GenerationCompleted completed = heard(id, GenerationCompleted.class);
    assertThat(events(id).getFirst()).isInstanceOf(GenerationRequested.class);
    assertThat(completed.profileVersion()).isEqualTo(1);
    assertThat(completed.splitSeed()).isEqualTo(42);
    assertThat(completed.splitShare()).isEqualTo(1.0 / 3);
    assertThat(completed.tables().getFirst().columns()).containsExactly(0, 1, 2, 3, 4);
    assertThat(csv(completed)).isEqualTo(alone(dataset, SynthesisRequest.of("auto", 42), 300));
  }

  @Test
  void keepsToTheWantedModelRowsSeedAndColumns() throws IOException {
    UUID dataset = upstream.tell(Samples.people(120));

    String id =
        post(Map.of(
                "dataset_id",
                dataset,
                "model",
                "independent",
                "rows",
                17,
                "seed",
                -5,
                "options",
                Map.of(),
                "columns",
                List.of("income", "age")))
            .statusCode(202)
            .body("columns", equalTo(List.of("age", "income")))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED")).body("seed", equalTo(-5));
    GenerationCompleted completed = heard(id, GenerationCompleted.class);
    assertThat(completed.tables().getFirst().columns()).containsExactly(1, 3);
    assertThat(new String(csv(completed)).lines()).hasSize(18).startsWith("age,income");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400|malformed-json||{\"dataset_id\":",
        "400|malformed-json||",
        "400|unknown-property|/rowz|{\"dataset_id\":\"$\",\"rowz\":3}",
        "422|invalid-value|/dataset_id|{}",
        "422|invalid-value|/dataset_id|{\"dataset_id\":null}",
        "422|invalid-value|/dataset_id|{\"dataset_id\":\"Ann\"}",
        "422|invalid-value|/rows|{\"dataset_id\":\"$\",\"rows\":\"many\"}",
        "422|invalid-value|/rows|{\"dataset_id\":\"$\",\"rows\":\"7\"}",
        "422|invalid-value|/rows|{\"dataset_id\":\"$\",\"rows\":1.5}",
        "422|invalid-value|/rows|{\"dataset_id\":\"$\",\"rows\":[1]}",
        "422|invalid-value|/seed|{\"dataset_id\":\"$\",\"seed\":true}",
        "422|invalid-value|/model|{\"dataset_id\":\"$\",\"model\":7}",
        "422|invalid-value|/options|{\"dataset_id\":\"$\",\"options\":[]}",
        "422|invalid-value|/columns|{\"dataset_id\":\"$\",\"columns\":\"age\"}",
        "422|invalid-value|/columns|{\"dataset_id\":\"$\",\"columns\":[]}",
        "422|invalid-value|/columns/1|{\"dataset_id\":\"$\",\"columns\":[\"age\",\"age\"]}",
        "422|invalid-value|/columns/0|{\"dataset_id\":\"$\",\"columns\":[null]}",
        "422|rows-out-of-range|/rows|{\"dataset_id\":\"$\",\"rows\":0}",
        "422|rows-out-of-range|/rows|{\"dataset_id\":\"$\",\"rows\":-1}",
        "422|rows-out-of-range|/rows|{\"dataset_id\":\"$\",\"rows\":20000001}",
        "422|unknown-model|/model|{\"dataset_id\":\"$\",\"model\":\"oracle\"}",
        "422|unknown-column|/columns/1|{\"dataset_id\":\"$\",\"columns\":[\"age\",\"Age\"]}",
        "422|invalid-option|/options/zeal|{\"dataset_id\":\"$\",\"options\":{\"zeal\":1}}",
        "404|dataset-not-found||{\"dataset_id\":\"0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01\"}",
      })
  void refusesWhatCannotBe(int status, String code, String pointer, String body)
      throws IOException {
    String dataset = known().toString();
    String sent = Optional.ofNullable(body).orElse("").replace("$", dataset);
    for (String path : List.of("/generate", "/v1/jobs")) {
      given()
          .contentType(ContentType.JSON)
          .body(sent)
          .post(path)
          .then()
          .statusCode(status)
          .contentType("application/problem+json")
          .body("code", equalTo(code))
          .body("pointer", equalTo(pointer))
          .body("action", notNullValue())
          .body("type", equalTo("https://likeness.dev/problems/" + code));
    }
  }

  @Test
  void listsTheModelsToSomeoneWhoNamedAnother() throws IOException {
    post(Map.of("dataset_id", known(), "model", "oracle"))
        .statusCode(422)
        .body("action", containsString("gaussian-copula"))
        .body("action", containsString("independent"));
  }

  @Test
  void refusesADatasetWithoutRows() throws IOException {
    UUID dataset = upstream.tell("a,b\n");
    post(Map.of("dataset_id", dataset)).statusCode(422).body("code", equalTo("dataset-empty"));
  }

  @Test
  void refusesADatasetWhoseColumnsCouldNotBeTold() throws IOException {
    Dataset dataset = upstream.store(Samples.people(20));
    upstream.tell(dataset.uploaded());
    upstream.tellProfilingFailed(dataset.id());
    Eventually.isTrue(
        "refusal",
        () ->
            given()
                    .contentType(ContentType.JSON)
                    .body(Map.of("dataset_id", dataset.id()))
                    .post("/generate")
                    .statusCode()
                == 409);
    post(Map.of("dataset_id", dataset.id()))
        .statusCode(409)
        .body("code", equalTo("profiling-failed"));
  }

  @Test
  void answersOtherMediaTypesMethodsAndIdsWithProblems() {
    given()
        .contentType("text/csv")
        .body("a")
        .post("/generate")
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-media-type"));
    given().get("/generate").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    String nobody = "/v1/jobs/" + UUID.randomUUID();
    given().get(nobody).then().statusCode(404).body("code", equalTo("job-not-found"));
    given().get(nobody + "/events").then().statusCode(404).body("code", equalTo("job-not-found"));
    given().post(nobody + "/cancel").then().statusCode(404).body("code", equalTo("job-not-found"));
    given().post(nobody + "/retry").then().statusCode(404).body("code", equalTo("job-not-found"));
    for (String path : List.of("/v1/jobs/x", "/v1/jobs/x/events")) {
      given().get(path).then().statusCode(404).body("code", equalTo("job-not-found"));
    }
    given().post("/v1/jobs/x/cancel").then().statusCode(404).body("code", equalTo("job-not-found"));
    given().get("/v1/jobs/x/y/z").then().statusCode(404).body("code", equalTo("not-found"));
    given()
        .get("/v1/jobs?limit=0")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"));
    given()
        .get("/v1/jobs?cursor=x")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"));
    given()
        .get("/v1/jobs?dataset_id=x")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"));
  }

  @Test
  void makesOneJobForOneIdempotencyKey() throws IOException {
    UUID dataset = known();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("dataset_id", dataset, "rows", 5);

    String first = keyed(key, body, "/generate").statusCode(202).extract().path("job_id");
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 16; i++) {
        clients.submit(
            () -> ids.add(keyed(key, body, "/v1/jobs").statusCode(202).extract().path("job_id")));
      }
    }

    assertThat(ids).containsExactly(first);
    keyed(key, Map.of("dataset_id", dataset, "rows", 6), "/generate")
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void waitsForTheColumnsOfItsDataset() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.uploaded());

    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");
    job(id).body("state", equalTo("QUEUED")).body("stage", equalTo("waiting"));
    upstream.tell(dataset.profiled());

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void hearsOfAProfileBeforeItsDataset() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.profiled());
    upstream.tell(dataset.uploaded());

    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void failsWhenTheColumnsOfItsDatasetCannotBeTold() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.uploaded());
    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");

    upstream.tellProfilingFailed(dataset.id());

    job(ended(id))
        .body("state", equalTo("FAILED"))
        .body("error.code", equalTo("profiling-failed"))
        .body("error.action", notNullValue());
    assertThat(heard(id, GenerationFailed.class).code()).isEqualTo("profiling-failed");
  }

  @Test
  void failsWhenTheColumnsOfItsDatasetTakeTooLongAndCanBeTriedAgain() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.uploaded());
    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");

    job(ended(id)).body("state", equalTo("FAILED")).body("error.code", equalTo("profile-timeout"));
    upstream.tell(dataset.profiled());
    given()
        .post("/v1/jobs/" + id + "/retry")
        .then()
        .statusCode(202)
        .body("state", equalTo("QUEUED"))
        .body("attempt", equalTo(2))
        .body("error", nullValue());

    job(ended(id)).body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void endsARunningJobWhenSomeoneCancelsItAndGoesOnFromItsModelWhenTriedAgain() throws IOException {
    UUID dataset = known();
    String id =
        post(Map.of("dataset_id", dataset, "model", "independent", "rows", MANY_ROWS))
            .statusCode(202)
            .extract()
            .path("job_id");
    Eventually.isTrue("sampling", () -> state(id, "stage").equals("sampling"));

    given().post("/v1/jobs/" + id + "/cancel").then().statusCode(202);

    job(ended(id)).body("state", equalTo("CANCELLED")).body("result", nullValue());
    heard(id, GenerationCancelled.class);
    given().post("/v1/jobs/" + id + "/cancel").then().statusCode(200);
    given().post("/v1/jobs/" + id + "/retry").then().statusCode(202);
    Eventually.isTrue("sampling again", () -> state(id, "stage").equals("sampling"));
    assertThat(runtime.work().status(UUID.fromString(id), "fit").orElseThrow().attempt())
        .isEqualTo(1);
    given().post("/v1/jobs/" + id + "/cancel").then().statusCode(202);
    job(ended(id)).body("state", equalTo("CANCELLED")).body("attempt", equalTo(2));
  }

  @Test
  void endsAWaitingJobAtOnceWhenSomeoneCancelsIt() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.uploaded());
    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");

    given()
        .post("/v1/jobs/" + id + "/cancel")
        .then()
        .statusCode(202)
        .body("state", equalTo("CANCELLED"));

    upstream.tell(dataset.profiled());
    heard(id, GenerationCancelled.class);
    job(id).body("state", equalTo("CANCELLED"));
  }

  @Test
  void neitherCancelsNorRetriesAJobThatSucceeded() throws IOException {
    String id = succeeded();
    given()
        .post("/v1/jobs/" + id + "/cancel")
        .then()
        .statusCode(409)
        .body("code", equalTo("job-finished"));
    given()
        .post("/v1/jobs/" + id + "/retry")
        .then()
        .statusCode(409)
        .body("code", equalTo("job-not-retryable"));
  }

  @Test
  void hearsAnEventTwiceAndActsOnce() throws IOException {
    Dataset dataset = upstream.store(Samples.people(40));
    upstream.tell(dataset.uploaded());
    upstream.tell(dataset.uploaded());
    String id = post(Map.of("dataset_id", dataset.id())).statusCode(202).extract().path("job_id");
    upstream.tell(dataset.profiled());
    upstream.tell(dataset.profiled());

    ended(id);
    String later = succeeded();

    heard(later, GenerationCompleted.class);
    assertThat(events(id).stream().map(Object::getClass).toList())
        .isEqualTo(List.of(GenerationRequested.class, GenerationCompleted.class));
  }

  @Test
  void putsAPoisonEventAsideAndHandlesTheNext() throws IOException {
    String key = UUID.randomUUID().toString();
    for (String topic : List.of(Topics.DATASET_EVENTS, Topics.PROFILE_EVENTS)) {
      TestRecords.send(kafka, topic, key, "{\"type\":\"DatasetUploaded\",\"header\":\"Ann\"}");
    }

    succeeded();

    try (TestRecords dead = TestRecords.of(kafka, Topics.deadLetters(Topics.DATASET_EVENTS))) {
      String letter =
          Eventually.get(
              "dead letter",
              () ->
                  dead.look().stream()
                      .filter(r -> key.equals(r.key()))
                      .map(r -> r.value())
                      .findFirst());
      assertThat(letter).contains("wrong-shape").doesNotContain("Ann");
    }
  }

  @Test
  void listsJobsNewestFirstPageByPage() throws IOException {
    UUID dataset = known();
    List<String> made =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    post(Map.of("dataset_id", dataset, "rows", 1)).extract().<String>path("job_id"))
            .toList();

    var first =
        given().get("/v1/jobs?limit=3&dataset_id=" + dataset).then().statusCode(200).extract();
    var second =
        given()
            .get("/v1/jobs?limit=3&dataset_id=" + dataset + "&cursor=" + first.path("next_cursor"))
            .then()
            .statusCode(200)
            .body("next_cursor", nullValue())
            .extract();

    List<String> ids = new ArrayList<>(first.<List<String>>path("items.job_id"));
    ids.addAll(second.<List<String>>path("items.job_id"));
    assertThat(ids).isEqualTo(made.reversed());
  }

  @Test
  void streamsTheJobUntilItsEndAndResumesAfterAnEvent() throws Exception {
    String id = post(Map.of("dataset_id", known(), "rows", 200_000)).extract().path("job_id");

    List<String> all = stream(id, Optional.empty());
    List<Long> ids = ids(all);
    assertThat(ids).isNotEmpty().isSorted().doesNotHaveDuplicates();
    assertThat(all.getFirst()).contains("event:state");
    assertThat(all.getLast()).contains("event:state").contains("\"state\":\"SUCCEEDED\"");

    assertThat(ids(stream(id, Optional.of(ids.getLast())))).isEmpty();
    assertThat(ids(stream(id, Optional.of(ids.getLast() - 1)))).containsExactly(ids.getLast());
  }

  @Test
  void waitsForTheEndWhenTheClientPrefersThat() throws IOException {
    String id = post(Map.of("dataset_id", known(), "rows", 3)).extract().path("job_id");
    given()
        .header("Prefer", "respond-async, wait=20")
        .get("/v1/jobs/" + id)
        .then()
        .statusCode(200)
        .header("Preference-Applied", "wait=20")
        .body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void listsTheRegisteredModelsWithTheirOptions() {
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("items.name", equalTo(Synthesizers.names()))
        .body("items.find { it.default }.name", equalTo("auto"))
        .body("items.options.flatten().every { it.description && it.type }", equalTo(true));
  }

  @Test
  void describesEveryOperationWithItsProblems() {
    var paths =
        given()
            .get("/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .<Map<String, Map<String, Map<String, Object>>>>path("paths");
    assertThat(paths.keySet())
        .contains(
            "/generate",
            "/v1/jobs",
            "/v1/jobs/{id}",
            "/v1/jobs/{id}/cancel",
            "/v1/jobs/{id}/retry",
            "/v1/jobs/{id}/events",
            "/v1/datasets/{id}/recommendation",
            "/v1/models");
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  assertThat(operation)
                      .as(method + " " + path)
                      .containsKeys("summary", "responses");
                }));
  }

  private UUID known() throws IOException {
    return upstream.tell(Samples.people(60));
  }

  private String succeeded() throws IOException {
    String id = post(Map.of("dataset_id", known(), "rows", 4)).extract().path("job_id");
    job(ended(id)).body("state", equalTo("SUCCEEDED"));
    return id;
  }

  private static ValidatableResponse post(Map<String, ?> body) {
    return given().contentType(ContentType.JSON).body(body).post("/generate").then();
  }

  private static ValidatableResponse keyed(String key, Map<String, ?> body, String path) {
    return given()
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then();
  }

  private static String state(String id, String property) {
    return job(id).extract().path(property);
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

  private byte[] csv(GenerationCompleted completed) throws IOException {
    ObjectRef ref = completed.tables().getFirst().csv();
    try (InputStream in = store.open(ref.key())) {
      return in.readAllBytes();
    }
  }

  /** What the command line does with the same file, options and seed. */
  private byte[] alone(Dataset dataset, SynthesisRequest request, long rows) throws IOException {
    var uploaded = dataset.uploaded().tables().getFirst();
    var profile = read(dataset.profiled().tables().getFirst().profile(), TableProfile.class);
    var reading = read(uploaded.reading(), Reading.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LocalObject file = store.local(uploaded.canonical());
        CanonicalTable table = CanonicalTable.open(file.path(), profile.schema())) {
      FittedSynthesizer model =
          Synthesis.fit(
              table,
              request,
              TreatmentPlan.context(profile),
              TreatmentPlan.defaults(profile, Purpose.SYNTHETIC),
              RunContext.quiet());
      try (CsvWriter writer = CsvWriter.to(out, model.schema(), reading.dialect())) {
        Synthesis.sample(model, request, rows, writer, RunContext.quiet());
      }
    }
    return out.toByteArray();
  }

  private <T> T read(ObjectRef ref, Class<T> type) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return TableJson.mapper().readValue(in, type);
    }
  }

  /** The events of a stream that ends, each as one text. */
  private List<String> stream(String id, Optional<Long> lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve("/v1/jobs/" + id + "/events"))
            .header("Accept", "text/event-stream");
    lastEventId.ifPresent(last -> request.header("Last-Event-ID", Long.toString(last)));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .as(response.body())
          .startsWith("text/event-stream");
      return response.body().lines().anyMatch(line -> line.startsWith("data:"))
          ? List.of(response.body().strip().split("\n\n"))
          : List.of();
    }
  }

  private static List<Long> ids(List<String> events) {
    return events.stream()
        .flatMapToLong(
            event ->
                event
                    .lines()
                    .filter(line -> line.startsWith("id:"))
                    .flatMapToLong(
                        line -> LongStream.of(Long.parseLong(line.substring(3).strip()))))
        .boxed()
        .toList();
  }
}
