package dev.likeness.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Upload, profile, generate, evaluate, download, mask: each step by the public API, each one told.
 */
public final class DemoWalk {

  private static final String MODEL = "gaussian-copula";
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Api api;
  private final Screen screen;

  private DemoWalk(Api api, Screen screen) {
    this.api = api;
    this.screen = screen;
  }

  /**
   * A walk through a running Likeness.
   *
   * @param url its address
   * @param key API key; empty where none is needed
   */
  public static DemoWalk through(String url, String key, Screen screen) {
    return new DemoWalk(new Api(url, key), screen);
  }

  /** Fetches the content of a bundled sample into a file. */
  public void fetchSample(String name, Path target) throws IOException, InterruptedException {
    api.save("/v1/samples/" + name + "/content", target);
  }

  /**
   * Walks.
   *
   * @param file to upload
   * @param synthetic where the synthetic rows are written
   * @param masked where the same rows are written with their personal columns treated, if there are
   *     any
   * @throws DemoFailure when a service says no
   */
  public void run(Path file, Path synthetic, Path masked) throws IOException, InterruptedException {
    JsonNode dataset = upload(file);
    String datasetId = dataset.path("dataset_id").asText();
    JsonNode profile = profile(datasetId);
    String jobId = generate(datasetId);
    JsonNode evaluation = evaluate(jobId);
    download(jobId, synthetic);
    if (!named(profile, "direct").isEmpty()) {
      download(mask(datasetId), masked);
    }
    Verdict.of(evaluation).lines().forEach(screen::line);
  }

  private JsonNode upload(Path file) throws IOException, InterruptedException {
    JsonNode dataset = api.upload(file, file.getFileName().toString());
    JsonNode dialect = dataset.path("dialect");
    screen.done(
        "upload",
        String.format(
            Locale.ROOT,
            "%s: %,d rows, %d columns, %s, %s, separated by %s",
            dataset.path("name").asText(),
            dataset.path("rows").asLong(),
            dataset.path("columns").size(),
            bytes(dataset.path("bytes").asLong()),
            dialect.path("charset").asText("?"),
            separator(dialect.path("delimiter").asText(","))));
    for (JsonNode warning : dataset.path("warnings")) {
      screen.line("              note: " + warning.path("message").asText());
    }
    return dataset;
  }

  private JsonNode profile(String datasetId) throws IOException, InterruptedException {
    JsonNode profile = await("profile", "/v1/datasets/" + datasetId + "/profile");
    Map<String, Integer> kinds = new TreeMap<>();
    for (JsonNode column : profile.path("columns")) {
      kinds.merge(column.path("kind").asText(), 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    kinds.forEach((kind, count) -> parts.add(count + " " + kind));
    screen.done("profile", String.join(", ", parts));
    tell("names people", named(profile, "direct"));
    tell("singles out", named(profile, "quasi"));
    tell("is sensitive", named(profile, "sensitive"));
    return profile;
  }

  /** The columns of a role. */
  private static List<String> named(JsonNode profile, String role) {
    List<String> names = new ArrayList<>();
    for (JsonNode column : profile.path("columns")) {
      if (column.path("role").asText().equals(role)) {
        names.add(column.path("name").asText());
      }
    }
    return names;
  }

  private void tell(String what, List<String> columns) {
    if (!columns.isEmpty()) {
      screen.line(String.format("              %-13s %s", what, String.join(", ", columns)));
    }
  }

  private String generate(String datasetId) throws IOException, InterruptedException {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("dataset_id", datasetId).put("model", MODEL);
    long started = System.nanoTime();
    JsonNode job = finished("generate", api.post("/generate", wish));
    screen.done(
        "generate",
        String.format(
            Locale.ROOT,
            "%,d rows by %s with seed %d in %.1f s",
            job.path("rows").asLong(),
            job.path("model").asText(),
            job.path("seed").asLong(),
            (System.nanoTime() - started) / 1e9));
    return job.path("job_id").asText();
  }

  private String mask(String datasetId) throws IOException, InterruptedException {
    long started = System.nanoTime();
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    JsonNode job = finished("mask", api.post("/v1/datasets/" + datasetId + "/masked", wish));
    screen.done(
        "mask",
        String.format(
            Locale.ROOT,
            "%,d rows as they stood, personal columns treated, in %.1f s",
            job.path("result").path("rows").asLong(),
            (System.nanoTime() - started) / 1e9));
    return job.path("job_id").asText();
  }

  /** A job that succeeded. */
  private JsonNode finished(String step, JsonNode begun) throws IOException, InterruptedException {
    JsonNode job = begun;
    while (isOpen(job)) {
      screen.progress(step, job.path("percent").asDouble(), stage(job));
      pause();
      job = api.get("/v1/jobs/" + job.path("job_id").asText()).body();
    }
    if (!job.path("state").asText().equals("SUCCEEDED")) {
      throw failed(job);
    }
    return job;
  }

  private JsonNode evaluate(String jobId) throws IOException, InterruptedException {
    JsonNode evaluation = await("evaluate", "/evaluate?job_id=" + jobId);
    screen.done(
        "evaluate",
        String.format(
            Locale.ROOT,
            "%d columns and %d pairs of columns compared in %.1f s",
            evaluation.path("columns").size(),
            evaluation.path("pairs_total").asInt(evaluation.path("pairs").size()),
            evaluation.path("seconds").asDouble()));
    return evaluation;
  }

  private void download(String jobId, Path target) throws IOException, InterruptedException {
    long size = api.save("/download?job_id=" + jobId + "&format=csv", target);
    screen.done("download", target + " (" + bytes(size) + ")");
  }

  private JsonNode await(String step, String path) throws IOException, InterruptedException {
    Api.Answer answer = api.get(path);
    while (answer.status() == 202) {
      screen.progress(step, 0, answer.body().path("state").asText("").toLowerCase(Locale.ROOT));
      pause();
      answer = api.get(path);
    }
    return answer.body();
  }

  private static boolean isOpen(JsonNode job) {
    String state = job.path("state").asText();
    return state.equals("QUEUED") || state.equals("RUNNING");
  }

  private static String stage(JsonNode job) {
    String stage = job.path("stage").asText("waiting");
    return job.path("eta_seconds").isNumber()
        ? stage + ", about " + job.path("eta_seconds").asLong() + " s left"
        : stage;
  }

  private static DemoFailure failed(JsonNode job) {
    JsonNode error = job.path("error");
    return new DemoFailure(
        ("The job ended as "
                + job.path("state").asText()
                + ": "
                + error.path("detail").asText("no reason given")
                + " "
                + error.path("action").asText(""))
            .strip());
  }

  private static void pause() throws InterruptedException {
    new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String separator(String delimiter) {
    return switch (delimiter) {
      case "," -> "commas";
      case ";" -> "semicolons";
      case "\t" -> "tabs";
      default -> "\"" + delimiter + "\"";
    };
  }

  private static String bytes(long size) {
    return size < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, size / 1e3))
        : String.format(Locale.ROOT, "%.1f MB", size / 1e6);
  }
}
