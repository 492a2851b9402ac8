package dev.likeness.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.likeness.platform.testing.Backends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Backends.class)
@TestProfile(ApiKeyIT.WithKey.class)
class ApiKeyIT {

  private static final String KEY = "k-4711";

  /** A server with a key. */
  public static final class WithKey implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("likeness.api-key", KEY, "likeness.work.owner", "with-key");
    }
  }

  @Test
  void requestsWithoutTheKeyAreRefused() {
    given()
        .get("/v1/example/problem")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Basic"))
        .contentType("application/problem+json")
        .body("code", equalTo("unauthorized"));
    given().header("X-API-Key", "wrong").get("/v1/example/problem").then().statusCode(401);
    given().header("Authorization", "Bearer wrong").get("/openapi").then().statusCode(401);
    given().get("/swagger").then().statusCode(401);
  }

  @Test
  void thePageAsksForTheKeyItselfAndNotTheBrowser() {
    given()
        .header("X-Requested-With", "XMLHttpRequest")
        .get("/v1/example/problem")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", not(containsString("Basic")));
  }

  @Test
  void theKeyIsTakenInAnyOfThreeForms() {
    given().header("X-API-Key", KEY).get("/v1/example/problem").then().statusCode(409);
    given()
        .header("Authorization", "Bearer " + KEY)
        .get("/v1/example/problem")
        .then()
        .statusCode(409);
    given()
        .auth()
        .preemptive()
        .basic("anybody", KEY)
        .get("/v1/example/problem")
        .then()
        .statusCode(409);
  }

  @Test
  void healthNeedsNoKey() {
    given().get("/q/health/ready").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/../../v1/example/problem",
        "/q/health/%2e%2e/%2e%2e/v1/example/problem",
        "/q/healthy/../../v1/example/problem",
        "//v1/example/problem",
        "/assets/../v1/example/problem",
        "/assets/%2e%2e/v1/example/problem"
      })
  void noDetourLeadsAroundTheKey(String path) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("An example happened");
    }
  }

  @Test
  void anotherHostNameIsFineAndAnotherOriginIsNot() {
    given()
        .header("X-API-Key", KEY)
        .header("Host", "likeness.example")
        .get("/v1/example/problem")
        .then()
        .statusCode(409);
    given()
        .header("X-API-Key", KEY)
        .header("Host", "likeness.example")
        .header("Origin", "https://evil.example")
        .get("/v1/example/problem")
        .then()
        .statusCode(403)
        .body("code", equalTo("foreign-origin"));
  }
}
