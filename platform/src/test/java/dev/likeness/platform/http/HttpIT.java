package dev.likeness.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.testing.Backends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
class HttpIT {

  @Inject
  @Service("alpha")
  ServiceRuntime platform;

  @Test
  void hundredPostsWithOneKeyAtTheSameTimeHaveOneEffectAndOneAnswer() throws Exception {
    String item = "concurrent-" + UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    List<Response> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(clients.submit(() -> post(item, key)));
      }
      for (Future<Response> call : calls) {
        answers.add(call.get());
      }
    }

    assertThat(answers).allMatch(a -> a.statusCode() == 201);
    Set<String> bodies = answers.stream().map(Response::asString).collect(Collectors.toSet());
    assertThat(bodies).hasSize(1);
    assertThat(answers.stream().map(a -> a.header("Location")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header(Answer.REPLAYED) == null)).hasSize(1);
    assertThat(effects(item)).isEqualTo(1);
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    String key = UUID.randomUUID().toString();
    post("first-" + key, key);

    post("second-" + key, key)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(effects("second-" + key)).isZero();
  }

  @Test
  void withoutAKeyEveryPostHasItsEffect() {
    String item = "no-key-" + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      given()
          .contentType("application/json")
          .body("{\"item_name\":\"" + item + "\",\"amount\":1}")
          .post("/v1/example")
          .then()
          .statusCode(201);
    }

    assertThat(effects(item)).isEqualTo(2);
  }

  @Test
  void aProblemCarriesCodeActionPointerAndRetryAfter() {
    problem(given().get("/v1/example/problem"), 409, "example")
        .header("Retry-After", "7")
        .body("type", equalTo("https://likeness.dev/problems/example"))
        .body("title", equalTo("Example"))
        .body("detail", equalTo("An example happened."))
        .body("action", equalTo("Do nothing."))
        .body("pointer", equalTo("/a/0"))
        .body("instance", startsWith("urn:uuid:"));
  }

  @Test
  void anUnforeseenExceptionTellsNeitherValueNorStack() {
    problem(given().get("/v1/example/crash"), 500, "internal-error")
        .body("detail", containsString("incident"))
        .body(not(containsString("4711")))
        .body(not(containsString("NumberFormat")))
        .body(not(containsString("java.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                         | 400 | malformed-json    |",
        "``                                        | 400 | malformed-json    |",
        "{\"item_name\":\"secret4711\"} x          | 400 | malformed-json    |",
        "{\"item_name\":\"a\",\"secret4711\":1}    | 400 | unknown-property  | /secret4711",
        "{\"item_name\":\"a\",\"amount\":\"secret4711\"} | 422 | invalid-value | /amount",
        "{\"item_name\":\"a\",\"amount\":\"5\"}    | 422 | invalid-value     | /amount",
        "{\"item_name\":\"a\",\"amount\":1.5}      | 422 | invalid-value     | /amount",
        "{\"item_name\":\"a\",\"amount\":47110000000000000000000} | 422 | invalid-value | /amount",
        "{\"item_name\":4711,\"amount\":1}         | 422 | invalid-value     | /item_name",
        "{\"item_name\":\"a\",\"buyer\":\"secret4711\"} | 422 | invalid-value | /buyer",
        "{\"item_name\":\"a\",\"notes\":[\"x\",{}]} | 422 | invalid-value    | /notes/1",
        "{\"item_name\":\"a\",\"amount\":4711}     | 422 | invalid-value     | /amount",
        "{\"amount\":1}                            | 422 | invalid-value     | /item_name",
        "[]                                        | 422 | invalid-value     |",
      })
  void aBodyOfAnotherShapeIsAProblemThatPointsAtThePlace(
      String body, int status, String code, String pointer) {
    Response response = given().contentType("application/json").body(body).post("/v1/example");

    ValidatableResponse problem = problem(response, status, code);
    if (pointer != null) {
      problem.body("pointer", equalTo(pointer));
    }
    if (!"/secret4711".equals(pointer)) {
      problem.body(not(containsString("4711")));
    }
  }

  @Test
  void unknownPathsWrongMethodsAndWrongBodiesAreProblems() {
    problem(given().get("/v1/nothing"), 404, "not-found");
    problem(given().get("/nothing"), 404, "not-found");
    problem(given().get("/v1/example/problem/deeper"), 404, "not-found");
    problem(given().delete("/v1/example"), 405, "method-not-allowed");
    problem(
        given().contentType("text/csv").body("a,b").post("/v1/example"),
        415,
        "unsupported-media-type");
    problem(given().accept("image/png").get("/v1/example/problem"), 406, "not-acceptable");
    problem(given().get("/v1/example/page?limit=many"), 400, "invalid-parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "garbage, 415, unsupported-media-type",
    "multipart/form-data; boundary=x, 400, malformed-form"
  })
  void aBodyThatTheFrameworkStumblesOverIsTheClientsProblem(String type, int status, String code)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/example/form"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("a,b\n1,2\n"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8081", "127.0.0.1.evil.example"})
  void aRequestThatNamesAnotherHostIsRefused(String host) {
    problem(given().header("Host", host).get("/v1/example/problem"), 403, "foreign-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
  void aRequestFromAPageOfAnotherSiteIsRefused(String origin) {
    problem(given().header("Origin", origin).get("/v1/example/problem"), 403, "foreign-origin");
  }

  @Test
  void aPageOfThisServerMayAsk() {
    problem(
        given().header("Origin", "http://localhost:5173").get("/v1/example/problem"),
        409,
        "example");
  }

  @Test
  void describesItselfAndItsHealth() {
    given().accept("*/*").get("/openapi").then().statusCode(200).body(containsString("openapi:"));
    given()
        .get("/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.'/v1/example'.post.responses", org.hamcrest.Matchers.notNullValue())
        .body("components.schemas.Order.properties.keySet()", hasItem("item_name"));
    given().get("/swagger").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(200);
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }

  private static Response post(String item, String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{\"item_name\":\"" + item + "\",\"amount\":1}")
        .post("/v1/example");
  }

  private int effects(String item) {
    return platform
        .database()
        .first("select count(*) from effects where what = ?", row -> row.getInt(1), "order " + item)
        .orElseThrow();
  }
}
