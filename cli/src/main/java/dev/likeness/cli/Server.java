package dev.likeness.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A Likeness server, for what needs roles and an audit log. The key comes from the environment,
 * since a command line is seen by every user of the machine.
 */
final class Server implements AutoCloseable {

  /** Variable with an API key or a bearer token. */
  static final String KEY_VARIABLE = "LIKENESS_API_KEY";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_PROBLEM = 1 << 16;

  private final URI address;
  private final String key;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Server(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  /** The server at an address. */
  static Server at(String url, String key) {
    URI address = URI.create(url.replaceFirst("/+$", "") + "/");
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--server = " + url + ", expected http://… or https://….");
    }
    return new Server(address, key);
  }

  /** Gets JSON. */
  JsonNode get(String path) throws IOException {
    return json(send(request(path).GET()));
  }

  /** Posts JSON and gets JSON. */
  JsonNode post(String path, JsonNode body) throws IOException {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  /** Gets bytes; the caller closes them. */
  InputStream stream(String path) throws IOException {
    return send(request(path).GET()).body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path.replaceFirst("^/", "")));
    return key.isBlank() ? request : request.header("Authorization", "Bearer " + key);
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() >= 300) {
        throw refused(response);
      }
      return response;
    } catch (ConnectException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "nobody answers at " + address + ". Is the server running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted.");
    }
  }

  /** The problem of the server in one line. */
  private static CommandFailure refused(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      JsonNode problem = JSON.readTree(in.readNBytes(LONGEST_PROBLEM));
      String detail = problem.path("detail").asText("the server refused");
      String action = problem.path("action").asText("");
      String hint = response.statusCode() == 401 ? " Put the key into " + KEY_VARIABLE + "." : "";
      return new CommandFailure(
          ExitCode.FAILED,
          detail
              + " ("
              + problem.path("code").asText("status " + response.statusCode())
              + ") "
              + action
              + hint);
    } catch (JsonProcessingException noProblem) {
      return new CommandFailure(
          ExitCode.FAILED, "the server answers with status " + response.statusCode() + ".");
    }
  }

  private static JsonNode json(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
