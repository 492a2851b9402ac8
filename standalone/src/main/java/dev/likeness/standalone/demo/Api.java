package dev.likeness.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The public HTTP API, as far as the demo walks it. Problems become {@link DemoFailure}s. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * Of a running Likeness.
   *
   * @param base its address, without a slash at the end
   * @param key API key; empty where none is needed
   */
  Api(String base, String key) {
    this.base = base;
    this.key = key;
  }

  /** A status code and what came with it. */
  record Answer(int status, JsonNode body) {}

  /** Uploads a file as raw bytes; it is streamed. */
  JsonNode upload(Path file, String name) throws IOException, InterruptedException {
    HttpRequest request =
        request("/upload?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    return send(request).body();
  }

  /** Posts JSON. */
  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return send(request).body();
  }

  /** Gets JSON; 202 is an answer like 200. */
  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Saves what a path gives as a file, all or nothing; returns its size. */
  long save(String path, Path target) throws IOException, InterruptedException {
    Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
    try {
      HttpResponse<Path> response =
          client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(part));
      if (response.statusCode() != 200) {
        throw problem(response.statusCode(), parse(Files.readString(part)));
      }
      Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return Files.size(target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(10));
    return key.isEmpty() ? builder : builder.header("X-API-Key", key);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode body = parse(response.body());
    if (response.statusCode() >= 300) {
      throw problem(response.statusCode(), body);
    }
    return new Answer(response.statusCode(), body);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static DemoFailure problem(int status, JsonNode problem) {
    String title = problem.path("title").asText("the service answered with status " + status);
    String detail = problem.path("detail").asText("");
    String action = problem.path("action").asText("");
    return new DemoFailure(
        String.join(" ", title + (detail.isEmpty() ? "" : ": " + detail), action).strip());
  }
}
