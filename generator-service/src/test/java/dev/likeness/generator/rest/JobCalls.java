package dev.likeness.generator.rest;

import static io.restassured.RestAssured.given;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.persistence.Job;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What tests ask of jobs, as a user and behind the user's back. */
final class JobCalls {

  private JobCalls() {}

  /** Asks for a copy of a dataset; the wish is the rest of the request's properties. */
  static ValidatableResponse post(UUID dataset, String wish) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"dataset_id\": \"" + dataset + "\", " + wish + "}")
        .post("/generate")
        .then();
  }

  /** A job as it is now. */
  static ValidatableResponse job(String id) {
    return given().get("/v1/jobs/" + id).then().statusCode(200);
  }

  /** Waits until a job has ended, however; returns its id. */
  static String ended(String id) {
    Eventually.isTrue(
        "end of the job",
        () ->
            Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                .contains(job(id).extract().<String>path("state")));
    return id;
  }

  /** The cells of the rows that a job made, from the store; of simple values without quotes. */
  static List<String[]> rows(ObjectStore store, String id) throws IOException {
    ObjectRef csv =
        Database.inTransaction(
            () -> Job.of(Tenants.DEFAULT, UUID.fromString(id)).orElseThrow().csv().orElseThrow());
    try (InputStream in = store.open(csv.key())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .toList();
    }
  }
}
