package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.FileObjectStore;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.key.FileKeyEncryptionKey;
import dev.likeness.privacy.key.KeyUnavailableException;
import dev.likeness.standalone.embedded.FreePort;
import dev.likeness.standalone.embedded.KafkaBroker;
import dev.likeness.standalone.embedded.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services as four processes over one PostgreSQL and one Kafka, so that the one-process form
 * can never hide a missing message.
 */
class FourProcessesIT {

  private static final List<String> SERVICES =
      List.of("ingest-service", "profiler-service", "generator-service", "evaluator-service");

  @TempDir private static Path folder;
  private static PostgresServer postgres;
  private static KafkaBroker kafka;
  private static final List<Process> processes = new ArrayList<>();
  private static final List<Api> services = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    postgres =
        PostgresServer.start(
            folder.resolve("postgres"),
            Running.TARGET.resolve("runtime"),
            folder.resolve("logs/postgres.log"));
    kafka = KafkaBroker.start(folder.resolve("kafka"));
    for (String service : SERVICES) {
      int port = FreePort.find();
      processes.add(launch(service, port));
      services.add(new Api("http://127.0.0.1:" + port, ""));
    }
    for (int i = 0; i < SERVICES.size(); i++) {
      awaitReady(SERVICES.get(i), processes.get(i), services.get(i));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static Process launch(String service, int port) throws IOException {
    List<String> command = Running.java("-Xmx256m");
    command.addAll(
        List.of(
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dlikeness.db.url=" + postgres.jdbcUrl(),
            "-Dlikeness.db.username=" + postgres.user(),
            "-Dlikeness.data-dir=" + folder.resolve("data"),
            "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
            "-jar",
            Path.of("..", service, "target/quarkus-app/quarkus-run.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LIKENESS_DB_PASSWORD", postgres.password());
    return builder.redirectOutput(log(service).toFile()).start();
  }

  private static Path log(String service) {
    return folder.resolve(service + ".log");
  }

  private static void awaitReady(String service, Process process, Api api) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!isReady(api)) {
      assertThat(System.nanoTime()).as(service).isLessThan(deadline);
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(service + " ended:\n" + Files.readString(log(service)));
      }
    }
  }

  private static boolean isReady(Api api) throws Exception {
    try {
      return api.get("/q/health/ready").statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static String walk(Api ingest, Api generator, byte[] sample) throws Exception {
    String dataset = ingest.upload("penguins.csv", sample);
    awaitKnown(generator, dataset);
    String job = generator.generate("{\"dataset_id\": \"" + dataset + "\", \"seed\": 9}");
    generator.awaitSuccess(job);
    return job;
  }

  /** Events travel: the generator hears of a dataset a moment after the upload was answered. */
  private static void awaitKnown(Api generator, String dataset) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String probe = "{\"dataset_id\": \"" + dataset + "\", \"rows\": 0}";
    while (generator.post("/generate", probe).statusCode() == 404) {
      assertThat(System.nanoTime()).as("the generator never heard of it").isLessThan(deadline);
    }
  }

  @Test
  void giveTheBytesThatTheCommandLineGives() throws Exception {
    Api ingest = services.get(0);
    byte[] sample = ingest.get("/v1/samples/penguins/content").body();

    String job = walk(ingest, services.get(2), sample);
    JsonNode scores = services.get(3).await("/evaluate?job_id=" + job);

    assertThat(scores.path("quality").path("value").asDouble()).isBetween(0.7, 1.0);
    assertThat(ingest.download(job))
        .isEqualTo(CommandLineTwin.synthesize(folder, sample, "--seed", "9"));
  }

  @Test
  void putAPoisonRecordAsideAndHandleTheNext() throws Exception {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("dataset.events", "poison", "{\"secret-value\": ")).get();
    }
    Api ingest = services.get(0);

    walk(ingest, services.get(2), ingest.get("/v1/samples/penguins/content").body());

    ConsumerRecord<String, String> dead = firstOf("dataset.events.dlq");
    assertThat(dead.value()).isNotEmpty().doesNotContain("secret-value");
  }

  @Test
  void permitEachRoleWhatTheRulesSayAndNothingElse() throws Exception {
    RoleWalk walk = RoleWalk.issuedBy(services.get(0));
    for (Api service : services) {
      walk.over(service);
    }

    walk.check();
    assertThat(walk.asked()).isGreaterThan(100);
  }

  @Test
  void letNoneOfTenThousandMarkedValuesOut() throws Exception {
    Api ingest = services.get(0);
    byte[] table = Canaries.csv().getBytes(StandardCharsets.UTF_8);
    List<String> said = new ArrayList<>();

    String dataset = ingest.upload("people.csv", table);
    services.get(1).await("/v1/datasets/" + dataset + "/profile");
    awaitKnown(services.get(2), dataset);
    said.add(
        amended(dataset, "{\"remark\": {\"kind\": \"text\"}, \"age\": {\"role\": \"quasi\"}}"));
    String job = services.get(2).generate("{\"dataset_id\": \"" + dataset + "\"}");
    said.add(services.get(2).awaitSuccess(job).toString());
    said.add(services.get(3).await("/evaluate?job_id=" + job).toString());
    said.add(new String(ingest.download(job), StandardCharsets.UTF_8));
    String wish = "{\"treatments\": {\"remark\": {\"name\": \"redact\"}}}";
    String masked = masked(services.get(2), dataset, wish);
    said.add(new String(ingest.download(masked), StandardCharsets.UTF_8));
    String clear = revealed(ingest, masked, "full_name", "email");
    said.addAll(slips(ingest, services.get(2), dataset));
    said.add(new String(ingest.get("/v1/audit?limit=1000").body(), StandardCharsets.UTF_8));

    assertThat(clear.split(Canaries.MARK, -1)).hasSizeGreaterThan(Canaries.VALUES / 4);
    assertThat(said).hasSizeGreaterThan(6).noneMatch(text -> text.contains(Canaries.MARK));
    assertThat(modelsOf(dataset)).isNotEmpty().noneMatch(Canaries::isInBytes);
    for (String topic : topics()) {
      assertThat(Topic.records(kafka.bootstrapServers(), topic))
          .as(topic)
          .noneMatch(record -> String.valueOf(record.value()).contains(Canaries.MARK));
    }
    assertThat(Canaries.tables(postgres.jdbcUrl(), postgres.user(), postgres.password())).isEmpty();
    assertThat(Canaries.filesBelow(folder)).as("logs, objects, segments, pages").isEmpty();
  }

  @Test
  void forgetADatasetEverywhereEvenWhileItsJobRuns() throws Exception {
    Api ingest = services.get(0);
    String dataset =
        ingest.upload("people.csv", ingest.get("/v1/samples/customers/content").body());
    services.get(1).await("/v1/datasets/" + dataset + "/profile");
    awaitKnown(services.get(2), dataset);
    String wish = "{\"dataset_id\": \"" + dataset + "\", ";
    String done = services.get(2).generate(wish + "\"rows\": 100}");
    services.get(2).awaitSuccess(done);
    services.get(3).await("/evaluate?job_id=" + done);
    assertThat(ingest.download(done)).isNotEmpty();
    String running = services.get(2).generate(wish + "\"rows\": 5000000}");
    services.get(2).awaitJob(running, job -> job.path("state").asText().equals("RUNNING"));
    Path objects = folder.resolve("data/objects/datasets/default").resolve(dataset);
    Path backup = folder.resolve("backup").resolve(dataset);
    FileCopies.copy(objects, backup);
    DatabaseBackup rows =
        DatabaseBackup.take(postgres.jdbcUrl(), postgres.user(), postgres.password());

    HttpResponse<byte[]> erased = ingest.send(ingest.to("/v1/datasets/" + dataset).DELETE());
    String receipt = Api.body(erased, 202).path("links").path("self").asText();
    JsonNode complete =
        ingest.awaitThat(receipt, r -> r.path("state").asText().equals("COMPLETED"));

    assertThat(complete.path("services").findValuesAsText("service"))
        .containsExactly("evaluator", "generator", "profiler");
    assertThat(complete.path("erased").findValuesAsText("what"))
        .contains("upload", "canonical copy", "reading", "result");
    assertThat(complete.path("surviving_project_keys")).isEmpty();
    for (String job : List.of(done, running)) {
      assertThat(services.get(2).get("/v1/jobs/" + job).statusCode()).isEqualTo(404);
      assertThat(services.get(3).get("/v1/jobs/" + job + "/evaluation").statusCode())
          .isEqualTo(404);
    }
    assertThat(services.get(1).get("/v1/datasets/" + dataset + "/profile").statusCode())
        .isEqualTo(404);
    awaitForgotten(dataset);
    assertThat(FileCopies.below(objects)).isEmpty();
    FileCopies.copy(backup, objects);
    assertThat(FileCopies.below(objects)).hasSizeGreaterThan(5);
    assertThatThrownBy(() -> modelsOf(dataset)).isInstanceOf(KeyUnavailableException.class);
    assertThat(rows.restore()).as("rows of %s", rows).isGreaterThan(5);
    assertUnreadable(ingest, "/v1/datasets/" + dataset + "/preview");
    assertUnreadable(ingest, "/download?job_id=" + done);
    assertUnreadable(services.get(1), "/v1/datasets/" + dataset + "/profile");
    assertUnreadable(services.get(3), "/evaluate?job_id=" + done);
  }

  /** All is there again but the key. */
  private static void assertUnreadable(Api service, String path) throws Exception {
    JsonNode problem = Api.body(service.get(path), 410);
    assertThat(problem.path("code").asText()).as(path).isEqualTo("key-missing");
  }

  /** What is in an outbox is deleted a moment after it was sent. */
  private static void awaitForgotten(String dataset) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Set<String> stays = Set.of("ingest.audit", "ingest.erasures");
    Set<String> found = tables(dataset);
    while (!found.equals(stays)) {
      assertThat(System.nanoTime()).as("%s, expected %s", found, stays).isLessThan(deadline);
      found = tables(dataset);
    }
  }

  private static Set<String> tables(String text) throws Exception {
    return Set.copyOf(
        Canaries.tables(postgres.jdbcUrl(), postgres.user(), postgres.password(), text));
  }

  @Test
  void joinMaskedCopiesOfAProjectAndNameItsKeyWhenOneOfThemGoes() throws Exception {
    Api ingest = services.get(0);
    StringBuilder people = new StringBuilder("customer_id,email,city\n");
    StringBuilder orders = new StringBuilder("order_no;customer_id;contact_mail\n");
    for (int i = 0; i < 120; i++) {
      String id = "C" + (500_000 + i * 7);
      String mail = "person.no" + i + "@mail.com";
      people.append(id).append(',').append(mail).append(",Graz\n");
      orders.append(i).append(';').append(id).append(';').append(mail).append('\n');
    }
    String customers = known(people.toString());
    String buys = known(orders.toString());
    String first = masked(services.get(2), customers, "{\"project\": \"crm\"}");
    String second = masked(services.get(2), buys, "{\"project\": \"crm\"}");

    List<String[]> left = rows(ingest.download(first), ",");
    List<String[]> right = rows(ingest.download(second), ";");

    assertThat(left).hasSize(120);
    for (int i = 0; i < left.size(); i++) {
      assertThat(right.get(i)[1]).isEqualTo(left.get(i)[0]).doesNotContain("C500");
      assertThat(right.get(i)[2]).isEqualTo(left.get(i)[1]).doesNotContain("person.no");
    }
    HttpResponse<byte[]> erased = ingest.send(ingest.to("/v1/datasets/" + customers).DELETE());
    JsonNode receipt = Api.body(erased, 202);
    assertThat(receipt.path("surviving_project_keys"))
        .extracting(JsonNode::asText)
        .containsExactly("crm");
    Path clear = folder.resolve("clear.csv");
    CommandLineTwin.run(
        folder,
        List.of(
            "reveal",
            "--server=" + ingest.url(),
            "--job=" + second,
            "--columns=contact_mail",
            "--purpose=To prove that it can be undone",
            "--output=" + clear));
    assertThat(clear).content().startsWith("contact_mail\n").contains("person.no119@mail.com");
  }

  private static String known(String csv) throws Exception {
    String dataset = services.get(0).upload("table.csv", csv.getBytes(StandardCharsets.UTF_8));
    services.get(1).await("/v1/datasets/" + dataset + "/profile");
    awaitKnown(services.get(2), dataset);
    return dataset;
  }

  private static List<String[]> rows(byte[] csv, String delimiter) {
    return new String(csv, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(delimiter, -1))
        .toList();
  }

  private static String masked(Api generator, String dataset, String wish) throws Exception {
    HttpResponse<byte[]> asked = generator.post("/v1/datasets/" + dataset + "/masked", wish);
    String job = Api.body(asked, 202).path("job_id").asText();
    generator.awaitSuccess(job);
    return job;
  }

  /** Columns of a masked copy as the reveal desk gives them. */
  private static String revealed(Api ingest, String job, String... columns) throws Exception {
    String wish =
        "{\"artifact\": {\"job_id\": \""
            + job
            + "\"}, \"columns\": [\""
            + String.join("\", \"", columns)
            + "\"], \"purpose\": \"To prove that it can be undone\"}";
    JsonNode granted = Api.body(ingest.post("/v1/reveals", wish), 201);
    return text(ingest.get(granted.path("content").asText()));
  }

  /** What is said to requests that fail, with marked values in them. */
  private static List<String> slips(Api ingest, Api generator, String dataset) throws Exception {
    List<String> said = new ArrayList<>();
    String unclosed = "a,b\n\"" + Canaries.MARK.repeat(200_000) + "\n";
    said.add(text(send(ingest, "/upload?name=x.csv", "text/csv", unclosed)));
    String wide = (Canaries.MARK + ",").repeat(5_000) + "x\n";
    said.add(text(send(ingest, "/upload?name=x.csv", "text/csv", wide)));
    said.add(text(send(ingest, "/v1/reveals", "application/json", "\"" + Canaries.MARK + "\"")));
    String wish = "{\"dataset_id\": \"" + dataset + "\", ";
    for (String wrong :
        List.of("\"rows\": \"%s\"}", "\"columns\": [\"%s\"]}", "%s", "\"model\": \"%s\"}")) {
      String body = wish + wrong.formatted(Canaries.MARK);
      said.add(text(send(generator, "/generate", "application/json", body)));
    }
    send(generator, "/generate", "application/json", wish + "\"" + Canaries.MARK + "\": 1}");
    said.add(tooSmall());
    amendWrongly(ingest, dataset);
    return said;
  }

  /** How a job ends whose table is one marked row. */
  private static String tooSmall() throws Exception {
    String row = Canaries.MARK + "1 x," + Canaries.MARK + "2 y";
    String dataset = known("a,b\n" + row + "\n");
    String job = services.get(2).generate("{\"dataset_id\": \"" + dataset + "\"}");
    JsonNode ended = services.get(2).awaitJob(job, Api::ended);
    awaitEvaluated(job);
    return ended.toString();
  }

  /** Until nobody works on it any more, however it ended: work happens in the clear, in scratch. */
  private static void awaitEvaluated(String job) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    int status = services.get(3).get("/evaluate?job_id=" + job).statusCode();
    while (status == 202 || status == 404) {
      assertThat(System.nanoTime()).as("the evaluator never ended").isLessThan(deadline);
      status = services.get(3).get("/evaluate?job_id=" + job).statusCode();
    }
  }

  /** Answers may say back what was asked; nothing else may keep it. */
  private static void amendWrongly(Api ingest, String dataset) throws Exception {
    String path = "/v1/datasets/" + dataset;
    String mark = "\"" + Canaries.MARK + "\"";
    String column = "{\"full_name\": {%s}}";
    for (String wrong : List.of("kind", "role", "treatment", "x")) {
      amend(services.get(1), path + "/columns", column.formatted("\"" + wrong + "\": " + mark));
    }
    amend(services.get(1), path + "/columns", "{" + mark + ": {\"role\": \"direct\"}}");
    amend(services.get(1), path + "/columns", Canaries.MARK);
    for (String wrong : List.of("charset", "delimiter", "missing_tokens", "x")) {
      amend(ingest, path + "/reading", "{\"" + wrong + "\": " + mark + "}");
    }
  }

  private static void amend(Api api, String path, String body) throws Exception {
    assertThat(patch(api, path, body).statusCode()).as(body).isBetween(400, 499);
  }

  /** What is said when a person's word about columns is taken. */
  private static String amended(String dataset, String columns) throws Exception {
    HttpResponse<byte[]> answer =
        patch(services.get(1), "/v1/datasets/" + dataset + "/columns", columns);
    assertThat(answer.statusCode()).isIn(200, 202);
    return text(answer);
  }

  private static HttpResponse<byte[]> patch(Api api, String path, String body) throws Exception {
    return api.send(
        api.to(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<byte[]> send(Api api, String path, String type, String body)
      throws Exception {
    return api.send(
        api.to(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The fitted models of a dataset, decrypted. */
  private static List<byte[]> modelsOf(String dataset) throws IOException {
    Path data = folder.resolve("data");
    List<byte[]> models = new ArrayList<>();
    try (FileObjectStore files = FileObjectStore.below(data)) {
      DataKeys keys =
          DataKeys.of(files, FileKeyEncryptionKey.open(data.resolve("secret/kek.json")));
      ObjectStore store = EncryptedObjectStore.over(files, keys);
      for (String key : store.keysBelow(EncryptedObjectStore.folder("default", dataset))) {
        if (key.contains("/model-")) {
          try (InputStream in = store.open(key)) {
            models.add(in.readAllBytes());
          }
        }
      }
    }
    return models;
  }

  private static List<String> topics() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
      return admin.listTopics().names().get().stream().sorted().toList();
    }
  }

  private static ConsumerRecord<String, String> firstOf(String topic) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      List<ConsumerRecord<String, String>> records = Topic.records(kafka.bootstrapServers(), topic);
      if (!records.isEmpty()) {
        return records.getFirst();
      }
    }
    throw new AssertionError("nothing in " + topic);
  }
}
