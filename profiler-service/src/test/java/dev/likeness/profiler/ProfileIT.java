package dev.likeness.profiler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.likeness.contracts.DatasetProfiled;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfilingFailed;
import dev.likeness.contracts.Topics;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class ProfileIT {

  private static final ObjectRef NOTHING = new ObjectRef("no/object", 3, "ab".repeat(32));

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @DataSource("profiler")
  AgroalDataSource profiler;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final UUID dataset = UUID.randomUUID();

  @Test
  void aDatasetThatCameInIsProfiledAndThatIsTold() throws IOException {
    tell(uploaded());

    Eventually.isTrue("profile", () -> given().get(path()).statusCode() == 200);
    given()
        .get(path())
        .then()
        .body("dataset_id", equalTo(dataset.toString()))
        .body("profile_version", equalTo(1))
        .body("rows", equalTo(200))
        .body("columns.position", equalTo(List.of(1, 2, 3)))
        .body("columns.name", equalTo(List.of("age", "city", "joined")))
        .body("columns.kind", equalTo(List.of("numeric", "nominal", "date")))
        .body("columns[0].min", equalTo(20.0f))
        .body("columns[0].max", equalTo(69.0f))
        .body("columns[0].missing", equalTo(0))
        .body("columns[0].evidence", notNullValue())
        .body("columns[1].top_values[0].count", equalTo(100))
        .body("columns[2].pattern", notNullValue());
    DatasetProfiled told = (DatasetProfiled) told();
    TableProfile profile =
        TableJson.mapper()
            .readValue(store.open(told.tables().getFirst().profile().key()), TableProfile.class);
    assertThat(profile.rows()).isEqualTo(200);
    assertThat(told.profileVersion()).isEqualTo(1);
  }

  @Test
  void anUploadThatIsToldTwiceIsProfiledOnce() throws IOException {
    DatasetUploaded event = uploaded();
    tell(event);
    tell(event);
    tell(new DatasetUploaded(EventHeader.now("default", "default"), dataset, 1, event.tables()));
    Eventually.isTrue("profile", () -> given().get(path()).statusCode() == 200);

    UUID last = UUID.randomUUID();
    keys.create(KeyScope.dataset("default", last.toString()));
    tell(new DatasetUploaded(EventHeader.now("default", "default"), last, 1, event.tables()));
    Eventually.isTrue(
        "profile of the last",
        () -> given().get("/v1/datasets/" + last + "/profile").statusCode() == 200);

    assertThat(workItems()).isEqualTo(1);
    assertThat(allTold()).hasSize(1);
  }

  /**
   * A worker that ends holds its item and then wants the profile's row. An event that holds the row
   * and then wants the item would have both wait for each other: so it must want the item first.
   */
  @Test
  void anotherReadingThatIsToldWhileAProfileEndsWaitsForNothingThatTheProfileNeeds()
      throws Exception {
    DatasetUploaded event = uploaded();
    tell(event);
    Eventually.isTrue("profile", () -> given().get(path()).statusCode() == 200);
    try (Connection worker = profiler.getConnection()) {
      worker.setAutoCommit(false);
      int holder =
          number(
              worker,
              "select pg_backend_pid() from work_items where job_id = '"
                  + dataset
                  + "' for update");
      tell(new DatasetUploaded(EventHeader.now("default", "default"), dataset, 2, event.tables()));
      Eventually.isTrue(
          "the event waits for the item",
          () ->
              Database.of(profiler)
                      .first(
                          "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))",
                          row -> row.getInt(1),
                          holder)
                      .orElseThrow()
                  > 0);

      assertThat(
              number(
                  worker,
                  "select version from profiles where dataset_id = '"
                      + dataset
                      + "' for update nowait"))
          .isEqualTo(1);
      worker.commit();
    }
    Eventually.isTrue("profile of the other reading", () -> version() == 2);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private int version() {
    Response answer = given().get(path());
    return answer.statusCode() == 200 ? answer.path("profile_version") : 0;
  }

  @Test
  void readingsThatFollowEachOtherWhileColumnsAreLookedAtEndWithTheLast() throws IOException {
    DatasetUploaded first = uploaded();
    tell(first);
    for (int version = 2; version <= 6; version++) {
      tell(
          new DatasetUploaded(
              EventHeader.now("default", "default"), dataset, version, first.tables()));
    }

    Eventually.isTrue("profile of the last reading", () -> version() == 6);
    assertThat(workItems()).isEqualTo(1);
  }

  /**
   * What a process leaves behind that was killed in the middle: a leased item, nobody's any more.
   */
  @Test
  void aProfileWhoseProcessDiedIsTakenOverAndEnds() throws IOException {
    DatasetUploaded event = uploaded();
    UploadedTable table = event.tables().getFirst();
    Database.inTransaction(
        () -> {
          Database database = Database.of(profiler);
          database.update(
              "insert into profiles (dataset_id, tenant, state, version, reading_version,"
                  + " canonical_key, canonical_bytes, canonical_sha256, reading_key,"
                  + " reading_bytes, reading_sha256, created_at, updated_at)"
                  + " values (?, 'default', 'PROFILING', 1, 1, ?, ?, ?, ?, ?, ?, now(), now())",
              dataset,
              table.canonical().key(),
              table.canonical().bytes(),
              table.canonical().sha256(),
              table.reading().key(),
              table.reading().bytes(),
              table.reading().sha256());
          return database.update(
              "insert into work_items (tenant, job_id, stage, row_from, row_to, capability, state,"
                  + " owner, fence, attempt, lease_until, started_at)"
                  + " values ('default', ?, 'profile', 0, 9223372036854775807, 'cpu', 'LEASED',"
                  + " 'a-process-that-died', 1, 1, now() - interval '1 second', now())",
              dataset);
        });

    Eventually.isTrue("profile", () -> version() == 1);
    assertThat(told()).isInstanceOf(DatasetProfiled.class);
    assertThat(
            Database.of(profiler)
                .first(
                    "select attempt from work_items where job_id = ?",
                    row -> row.getInt(1),
                    dataset))
        .hasValue(2);
  }

  @Test
  void aDatasetWhoseCopyIsGoneFailsAndThatIsTold() {
    tell(uploaded(NOTHING, NOTHING));

    Eventually.isTrue("failure", () -> given().get(path()).statusCode() == 409);
    given()
        .get(path())
        .then()
        .contentType("application/problem+json")
        .body("code", equalTo("profiling-failed"))
        .body("action", notNullValue());
    assertThat(told()).isInstanceOf(ProfilingFailed.class);
  }

  @Test
  void whileTheColumnsAreLookedAtTheAnswerIsNotYet() {
    Database.of(profiler)
        .update(
            "insert into profiles (dataset_id, tenant, state, version, canonical_key,"
                + " canonical_bytes, canonical_sha256, reading_key, reading_bytes,"
                + " reading_sha256, created_at, updated_at)"
                + " values (?, 'default', 'PROFILING', 0, 'k', 1, 's', 'k', 1, 's', now(), now())",
            dataset);

    given()
        .get(path())
        .then()
        .statusCode(202)
        .header("Retry-After", "1")
        .body("state", equalTo("PROFILING"));
  }

  @Test
  void unknownDatasetsAreProblems() {
    for (String id : List.of(dataset.toString(), "nonsense")) {
      given()
          .get("/v1/datasets/" + id + "/profile")
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("dataset-not-found"));
    }
    given().post(path()).then().statusCode(405).body("code", equalTo("method-not-allowed"));
  }

  @Test
  void everyOperationIsDescribed() {
    Response api = given().get("/openapi?format=json");

    api.then()
        .statusCode(200)
        .body("paths.'/v1/datasets/{id}/profile'.get.summary", notNullValue())
        .body("paths.'/v1/datasets/{id}/profile'.get.responses.'202'", notNullValue())
        .body("components.schemas.Profile.properties.profile_version", notNullValue())
        .body("components.schemas.ProfiledColumn.properties.top_values", notNullValue());
  }

  private DatasetUploaded uploaded() throws IOException {
    try (Scratch scratch = store.scratch()) {
      StringBuilder csv = new StringBuilder("age,city,joined\n");
      for (int i = 0; i < 200; i++) {
        csv.append(20 + i % 50)
            .append(i % 2 == 0 ? ",Rome," : ",Oslo,")
            .append("2024-01-%02d%n".formatted(1 + i % 28).strip())
            .append('\n');
      }
      Path file = Files.writeString(scratch.file("x.csv"), csv);
      Path canonical = scratch.file("x.parquet");
      Reading reading =
          TableReader.ingest(file, canonical, ReadLimits.defaults(), RunContext.quiet());
      String folder = "datasets/default/" + dataset + "/1/";
      keys.create(KeyScope.dataset("default", dataset.toString()));
      return uploaded(
          store.adopt(folder + "canonical.parquet", canonical),
          store.put(
              folder + "reading.json",
              out -> out.write(TableJson.mapper().writeValueAsBytes(reading))));
    }
  }

  private DatasetUploaded uploaded(ObjectRef canonical, ObjectRef reading) {
    return new DatasetUploaded(
        EventHeader.now("default", "default"),
        dataset,
        1,
        List.of(new UploadedTable(0, 200, 3, canonical, reading)));
  }

  private void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }

  private Event told() {
    return Eventually.get("event", () -> allTold().stream().findFirst());
  }

  private List<Event> allTold() {
    try (TestRecords records = TestRecords.of(kafka, Topics.PROFILE_EVENTS)) {
      return Eventually.get(
          "records",
          () -> {
            List<Event> own =
                records.look().stream()
                    .filter(r -> r.key().equals(dataset.toString()))
                    .map(r -> EventJson.read(r.value()))
                    .toList();
            return own.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(own);
          });
    }
  }

  private int workItems() {
    return Database.of(profiler)
        .first("select count(*) from work_items where job_id = ?", row -> row.getInt(1), dataset)
        .orElseThrow();
  }

  private String path() {
    return "/v1/datasets/" + dataset + "/profile";
  }
}
