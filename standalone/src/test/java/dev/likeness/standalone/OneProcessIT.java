package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Likeness in one process, walked over HTTP as a stranger would. */
class OneProcessIT {

  @TempDir private static Path folder;
  private static Running likeness;

  @BeforeAll
  static void start() throws Exception {
    likeness =
        Running.serve(folder.resolve("data"), Map.of("LIKENESS_CAESAR_LEGACY_ENABLED", "true"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (likeness != null) {
      likeness.close();
    }
  }

  private static byte[] sample(String name) throws Exception {
    return likeness.api().get("/v1/samples/" + name + "/content").body();
  }

  @Test
  void walksASampleFromUploadToDownload() throws Exception {
    Api api = likeness.api();
    String dataset = api.upload("customers.csv", sample("customers"));
    JsonNode profile = api.await("/v1/datasets/" + dataset + "/profile");
    String job = api.generate("{\"dataset_id\": \"" + dataset + "\"}");
    JsonNode ended = api.awaitSuccess(job);
    JsonNode scores = api.await("/evaluate?job_id=" + job);
    String csv = new String(api.download(job), StandardCharsets.UTF_8);

    assertThat(profile.path("rows").asLong()).isEqualTo(2_000);
    assertThat(profile.path("columns")).hasSize(14);
    assertThat(ended.path("percent").asDouble()).isEqualTo(100);
    assertThat(ended.path("seed").asLong()).isEqualTo(42);
    for (String score : new String[] {"quality", "shape", "trend"}) {
      assertThat(scores.path(score).path("value").asDouble()).as(score).isBetween(0.8, 1.0);
      assertThat(scores.path(score).path("expected").asDouble()).as(score).isBetween(0.8, 1.0);
    }
    assertThat(csv.lines()).hasSize(2_001);
    assertThat(csv).startsWith("customer_id,given_name,family_name,email,phone,");
    String original = new String(sample("customers"), StandardCharsets.UTF_8);
    for (int contact : new int[] {3, 4}) {
      assertThat(cells(csv, contact)).hasSizeGreaterThan(1_000);
      assertThat(cells(csv, contact)).doesNotContainAnyElementsOf(cells(original, contact));
    }
  }

  /** The different values of a column; no cell of the sample is quoted. */
  private static Set<String> cells(String csv, int position) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(",", -1)[position])
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void givesTheBytesThatTheCommandLineGives() throws Exception {
    Api api = likeness.api();
    byte[] penguins = sample("penguins");
    String dataset = api.upload("penguins.csv", penguins);
    String job =
        api.generate(
            "{\"dataset_id\": \""
                + dataset
                + "\", \"rows\": 777, \"seed\": 5,"
                + " \"columns\": [\"species\", \"body_mass_g\", \"sex\"]}");
    api.awaitSuccess(job);

    byte[] twin =
        CommandLineTwin.synthesize(
            folder,
            penguins,
            "--rows",
            "777",
            "--seed",
            "5",
            "--columns",
            "species,body_mass_g,sex");

    assertThat(api.download(job)).isEqualTo(twin);
  }

  @Test
  void givesTheBytesThatTheCommandLineGivesOfRelationsUnderConditions() throws Exception {
    Api api = likeness.api();
    byte[] bills = bills().getBytes(StandardCharsets.UTF_8);
    String dataset = api.upload("bills.csv", bills);
    api.await("/v1/datasets/" + dataset + "/profile");
    String job =
        api.generate(
            "{\"dataset_id\": \""
                + dataset
                + "\", \"seed\": 11, \"conditions\": ["
                + "{\"rows\": 120, \"where\": [{\"column\": \"region\", \"op\": \"=\","
                + " \"value\": \"region1\"}]},"
                + " {\"rows\": 80, \"where\": [{\"column\": \"net\", \"op\": \">=\","
                + " \"value\": 250}]}]}");
    JsonNode ended = api.awaitSuccess(job);
    String compared = api.await("/evaluate?job_id=" + job).path("compared_with").asText();

    byte[] twin =
        CommandLineTwin.synthesize(
            folder,
            bills,
            "--seed",
            "11",
            "--group",
            "120: region=region1",
            "--group",
            "80: net>=250");

    assertThat(api.download(job)).isEqualTo(twin);
    assertThat(ended.path("relations_kept"))
        .extracting(JsonNode::asText)
        .contains("city → region", "gross = net + tax", "paid = gross");
    assertThat(compared).startsWith("Compared with the ").contains("the conditions of a group");
    List<String[]> rows =
        new String(twin, StandardCharsets.UTF_8).lines().skip(1).map(r -> r.split(",")).toList();
    assertThat(rows).hasSize(200).allMatch(OneProcessIT::addsUp);
    assertThat(rows.subList(0, 120)).allMatch(row -> row[1].equals("region1"));
    assertThat(rows.subList(120, 200)).allMatch(row -> Integer.parseInt(row[2]) >= 250);
  }

  /** A city says which region it lies in; gross is net and tax together, and what is paid. */
  private static String bills() {
    StringBuilder csv = new StringBuilder("city,region,net,tax,gross,paid\n");
    for (int row = 0; row < 1200; row++) {
      int city = row * 7 % 6;
      int net = 100 + row * 37 % 211;
      int tax = 5 + row * 53 % 89;
      csv.append("city").append(city).append(",region").append(city / 2);
      csv.append(',').append(net).append(',').append(tax);
      csv.append(',').append(net + tax).append(',').append(net + tax).append('\n');
    }
    return csv.toString();
  }

  private static boolean addsUp(String[] row) {
    int gross = Integer.parseInt(row[2]) + Integer.parseInt(row[3]);
    return row[4].equals(String.valueOf(gross))
        && row[5].equals(row[4])
        && row[1].equals("region" + (row[0].charAt(4) - '0') / 2);
  }

  @Test
  void settingsOfTheServerWorkOnTheCommandLineAndThoseOfTheCommandLineOnTheServer()
      throws Exception {
    Api api = likeness.api();
    byte[] customers = sample("customers");
    String dataset = api.upload("customers.csv", customers);
    api.await("/v1/datasets/" + dataset + "/profile");
    patch("/v1/datasets/" + dataset + "/reading", "{\"missing_tokens\": [\"n/a\", \"basic\"]}");
    api.awaitThat(
        "/v1/datasets/" + dataset + "/profile",
        profile -> column(profile, "plan").path("missing").asInt() > 0);
    patch(
        "/v1/datasets/" + dataset + "/columns",
        "{\"plan\": {\"role\": \"sensitive\", \"treatment\": {\"name\": \"redact\"}},"
            + " \"phone\": {\"treatment\": {\"name\": \"mask\", \"options\": {\"keep\": 2}}}}");
    JsonNode told = api.await("/v1/datasets/" + dataset + "/configuration");
    String job =
        Api.body(api.post("/v1/datasets/" + dataset + "/masked", "{}"), 202)
            .path("job_id")
            .asText();
    api.awaitSuccess(job);
    String masked = new String(api.download(job), StandardCharsets.UTF_8);

    Path in = Files.write(folder.resolve("settings-in.csv"), customers);
    Path settings = Files.writeString(folder.resolve("server.json"), told.toString());
    Path twin = folder.resolve("settings-out.csv");
    CommandLineTwin.run(
        folder,
        List.of("mask", in.toString(), "-o", twin.toString(), "--config", settings.toString()));

    // What needs no key is the same, cell by cell: phone, date of birth, city, plan, spend.
    for (int position : new int[] {4, 5, 6, 8, 9}) {
      assertThat(column(Files.readString(twin), position)).isEqualTo(column(masked, position));
    }
    assertThat(column(masked, 8)).contains("basic").doesNotContain("plus");

    Path saved = folder.resolve("command-line.json");
    CommandLineTwin.run(
        folder,
        List.of(
            "profile",
            in.toString(),
            "--config",
            settings.toString(),
            "--save-config",
            saved.toString()));
    JsonNode written = new ObjectMapper().readTree(Files.readString(saved));
    HttpRequest.Builder put =
        api.to("/v1/datasets/" + dataset + "/configuration")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofFile(saved));
    assertThat(api.send(put).statusCode()).isIn(200, 202);
    JsonNode profile =
        api.awaitThat(
            "/v1/datasets/" + dataset + "/profile",
            now -> column(now, "email").path("amended").isObject());

    assertThat(api.json("/v1/datasets/" + dataset + "/configuration")).isEqualTo(written);
    assertThat(column(profile, "plan").path("role").asText()).isEqualTo("sensitive");
    assertThat(column(profile, "phone").at("/treatment/name").asText()).isEqualTo("mask");
    assertThat(column(profile, "email").path("type").asText()).isEqualTo("email");
  }

  private static void patch(String path, String json) throws Exception {
    HttpRequest.Builder request =
        likeness
            .api()
            .to(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json));
    assertThat(likeness.api().send(request).statusCode()).isIn(200, 202);
  }

  private static JsonNode column(JsonNode profile, String name) {
    for (JsonNode column : profile.path("columns")) {
      if (column.path("name").asText().equals(name)) {
        return column;
      }
    }
    return MissingNode.getInstance();
  }

  private static List<String> column(String csv, int position) {
    return csv.lines().map(line -> line.split(",", -1)[position]).toList();
  }

  @Test
  void cancelsARunningJobWithinTwoSeconds() throws Exception {
    Api api = likeness.api();
    String dataset = api.upload("customers.csv", sample("customers"));
    String job = api.generate("{\"dataset_id\": \"" + dataset + "\", \"rows\": 1000000}");
    api.awaitJob(job, now -> now.path("state").asText().equals("RUNNING"));

    Instant asked = Instant.now();
    HttpResponse<byte[]> answer = api.post("/v1/jobs/" + job + "/cancel", "");
    JsonNode ended = api.awaitJob(job, Api::ended);

    assertThat(answer.statusCode()).isIn(200, 202);
    assertThat(ended.path("state").asText()).isEqualTo("CANCELLED");
    assertThat(Duration.between(asked, Instant.parse(ended.path("finished_at").asText())))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(api.get("/download?job_id=" + job + "&format=csv").statusCode()).isEqualTo(409);
  }

  @Test
  void servesThePageButAnswersUnknownApiPathsWithAProblem() throws Exception {
    HttpResponse<byte[]> page = likeness.api().get("/");
    HttpResponse<byte[]> unknown = likeness.api().get("/v1/nothing");

    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<div id=\"root\"");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Api.body(unknown, 404).path("code").asText()).isEqualTo("not-found");
  }

  @Test
  void refusesASecondProcessOnTheSameData() throws Exception {
    Process second =
        Running.start(
            Map.of(), "serve", "--port", "0", "--data", folder.resolve("data").toString());

    String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(ExitCode.FAILED);
    assertThat(said).contains("in use by process " + likeness.process().pid());
  }

  @Test
  void refusesRequestsOfForeignSites() throws Exception {
    HttpRequest.Builder request =
        likeness.api().to("/v1/datasets").header("Origin", "https://elsewhere.example");

    HttpResponse<byte[]> answer = likeness.api().send(request);

    assertThat(Api.body(answer, 403).path("code").asText()).isEqualTo("foreign-origin");
  }

  @Test
  void isWalkedInARealBrowser() throws Exception {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty()) {
      System.out.println(
          "SKIPPED: no Chromium on this machine, the page was not tested in a browser");
    }
    Assumptions.assumeTrue(chromium.isPresent(), "a Chromium is installed");
    Path log = Running.TARGET.resolve("browser.log");
    ProcessBuilder builder =
        new ProcessBuilder("node", "build.mjs", "e2e")
            .directory(Path.of("../web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("LIKENESS_URL", likeness.api().url());
    builder.environment().put("CHROMIUM", chromium.orElseThrow().toString());

    Process browser = builder.start();

    assertThat(browser.waitFor(15, TimeUnit.MINUTES)).isTrue();
    assertThat(browser.exitValue()).as(Files.readString(log)).isZero();
  }
}
