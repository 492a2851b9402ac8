package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    likeness = Running.serve(folder.resolve("data"));
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
            java.util.Map.of(),
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());

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
