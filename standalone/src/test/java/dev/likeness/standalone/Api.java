package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The public HTTP API as a test sees it.
 *
 * @param url address without a slash at the end
 * @param key API key; empty where none is sent
 */
record Api(String url, String key) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Sends a request; nothing is expected of the answer. */
  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    request.timeout(Duration.ofMinutes(2));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A request to a path. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return body(get(path), 200);
  }

  /** Uploads raw bytes; returns the dataset's id. */
  String upload(String name, byte[] content) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        to("/upload?name=" + name)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content));
    return body(send(request), 201).path("dataset_id").asText();
  }

  /** Starts a generation; returns the job's id. */
  String generate(String json) throws IOException, InterruptedException {
    return body(post("/generate", json), 202).path("job_id").asText();
  }

  HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  JsonNode job(String id) throws IOException, InterruptedException {
    return json("/v1/jobs/" + id);
  }

  /** Asks for the job until it is as wished. */
  JsonNode awaitJob(String id, Predicate<JsonNode> wished)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(150).toNanos();
    JsonNode job = job(id);
    while (!wished.test(job)) {
      assertThat(System.nanoTime()).as("job %s", job).isLessThan(deadline);
      pause();
      job = job(id);
    }
    return job;
  }

  /** Waits until the job has ended well. */
  JsonNode awaitSuccess(String id) throws IOException, InterruptedException {
    JsonNode job = awaitJob(id, Api::ended);
    assertThat(job.path("state").asText()).as("job %s", job).isEqualTo("SUCCEEDED");
    return job;
  }

  static boolean ended(JsonNode job) {
    String state = job.path("state").asText();
    return !state.equals("QUEUED") && !state.equals("RUNNING");
  }

  /** The synthetic CSV of a finished job; 409 means that ingest has not heard of the end yet. */
  byte[] download(String jobId) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String path = "/download?job_id=" + jobId + "&format=csv";
    HttpResponse<byte[]> response = get(path);
    while (response.statusCode() == 409 || response.statusCode() == 404) {
      assertThat(System.nanoTime()).as("ingest never heard of it").isLessThan(deadline);
      pause();
      response = get(path);
    }
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Gets JSON, asking again while the answer is 202, or 404: a service has not heard of it yet. */
  JsonNode await(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    HttpResponse<byte[]> response = get(path);
    while (response.statusCode() == 202 || response.statusCode() == 404) {
      assertThat(System.nanoTime()).as(path).isLessThan(deadline);
      pause();
      response = get(path);
    }
    return body(response, 200);
  }

  /** Gets JSON until it is there and as wished. */
  JsonNode awaitThat(String path, Predicate<JsonNode> wished)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    JsonNode seen = await(path);
    while (!wished.test(seen)) {
      assertThat(System.nanoTime()).as("%s: %s", path, seen).isLessThan(deadline);
      pause();
      seen = await(path);
    }
    return seen;
  }

  static JsonNode body(HttpResponse<byte[]> response, int status) throws IOException {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isEqualTo(status);
    return JSON.readTree(text);
  }

  private static void pause() throws InterruptedException {
    new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
  }
}
