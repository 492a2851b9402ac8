package dev.likeness.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.likeness.platform.testing.Backends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
