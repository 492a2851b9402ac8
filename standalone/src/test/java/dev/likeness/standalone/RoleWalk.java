package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.platform.access.AccessRules;
import dev.likeness.platform.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for every operation that the services describe, as every role. */
final class RoleWalk {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** With a key for each role. */
  static RoleWalk issuedBy(Api admin) throws Exception {
    RoleWalk walk = new RoleWalk();
    for (Role role : Role.values()) {
      HttpResponse<byte[]> issued =
          admin.post(
              "/v1/api-keys", "{\"name\": \"role walk\", \"roles\": [\"" + role.label() + "\"]}");
      walk.tokens.put(role, Api.body(issued, 201).path("token").asText());
    }
    return walk;
  }

  /** Everything that one service describes. */
  void over(Api service) throws Exception {
    JsonNode paths = service.json("/openapi?format=json").path("paths");
    List<Callable<Boolean>> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          operations.add(() -> operation(service, method, path.getKey(), operation.getValue()));
        }
      }
    }
    atOnce(operations);
  }

  /** Many answers wait two seconds for news of an id that nobody knows. */
  private static void atOnce(List<Callable<Boolean>> operations) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<Boolean> done : threads.invokeAll(operations)) {
        done.get();
      }
    }
  }

  /** How many requests were sent. */
  int asked() {
    return asked.get();
  }

  /** What was permitted or refused against the rules, and operations without a rule. */
  List<String> wrong() {
    return wrong;
  }

  private boolean operation(Api service, String method, String path, JsonNode description)
      throws Exception {
    Optional<Set<Role>> rule = AccessRules.of(method, path);
    if (rule.isEmpty()) {
      return wrong.add(method + " " + path + " has no rule");
    }
    for (Role role : Role.values()) {
      HttpResponse<byte[]> answer = send(service, method, path, description, tokens.get(role));
      boolean refused = answer.statusCode() == 403 && text(answer).contains("\"forbidden\"");
      if (answer.statusCode() == 401 || refused == rule.get().contains(role)) {
        wrong.add(method + " " + path + " as " + role + ": " + answer.statusCode());
      }
    }
    HttpResponse<byte[]> stranger = send(service, method, path, description, "lk_nobody");
    if (stranger.statusCode() != 401) {
      wrong.add(method + " " + path + " with a wrong key: " + stranger.statusCode());
    }
    return true;
  }

  private HttpResponse<byte[]> send(
      Api service, String method, String path, JsonNode description, String token)
      throws Exception {
    asked.incrementAndGet();
    String place = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    HttpRequest.Builder request = new Api(service.url(), token).to(place);
    JsonNode kinds = description.path("requestBody").path("content");
    if (kinds.isMissingNode()) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      boolean form = kinds.has("multipart/form-data");
      String kind = form ? "text/csv" : kinds.fieldNames().next();
      request
          .header("Content-Type", kind)
          .method(method, HttpRequest.BodyPublishers.ofString(form ? "a,b\n1,2\n" : "{}"));
    }
    return new Api(service.url(), token).send(request);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Fails with everything that was wrong. */
  void check() {
    assertThat(wrong).isEmpty();
  }
}
