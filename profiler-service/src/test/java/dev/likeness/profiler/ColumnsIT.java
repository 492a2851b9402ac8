package dev.likeness.profiler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.ProfileAmended;
import dev.likeness.contracts.Topics;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.ProfileMark;
import dev.likeness.platform.store.Scratch;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.table.Role;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What people say about columns, on a real database and broker. */
@QuarkusTest
@WithTestResource(Backends.class)
class ColumnsIT {

  private static final String PATCH = "application/merge-patch+json";
  private static final String MASK =
      "{\"email\": {\"treatment\": {\"name\": \"mask\", \"options\": {\"keep\": 4}}}}";

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @DataSource("profiler")
  AgroalDataSource profiler;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final UUID dataset = UUID.randomUUID();

  @Test
  void aProfileSaysWhatBecomesOfEachColumnAndWhoIsSingledOut() throws IOException {
    profiled();

    get("/profile")
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("columns[0].type", equalTo("email"))
        .body("columns[0].role", equalTo("direct"))
        .body("columns[0].signs", not(equalTo(List.of())))
        .body("columns[0].status", equalTo("protected"))
        .body("columns[0].treatment.name", equalTo("fpe"))
        .body("columns[0].treatment.default", equalTo(true))
        .body("columns[0].amended", nullValue())
        .body("sampled_rows", nullValue())
        .body("exposure.rows_looked_at", equalTo(60));
    given().header("If-None-Match", "\"1\"").get(path("/profile")).then().statusCode(304);
  }

  @Test
  void aTreatmentIsTakenAtOnceAndTheGeneratorsObjectHasIt() throws IOException {
    profiled();

    patch(MASK)
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("profile_version", equalTo(2))
        .body("columns[0].treatment.name", equalTo("mask"))
        .body("columns[0].treatment.default", equalTo(false))
        .body("columns[0].status", equalTo("at_risk"))
        .body("columns[0].amended.by", equalTo("local"))
        .body("columns[0].amended.at", notNullValue())
        .body("columns[1].amended", nullValue())
        .body("exposure", notNullValue());

    assertThat(ProfileMark.read(store, "default", dataset)).isEqualTo(2);
    ProfileAmended told = amended(2);
    assertThat(told.columns()).containsExactly(0);
    assertThat(planned(told).treatments().get("email").options().path("keep").asInt()).isEqualTo(4);
  }

  @Test
  void anotherRoleIsLookedAtAgainAndKeptWithWhoAndWhenButWithoutNames() throws IOException {
    profiled();

    patch("{\"city\": {\"role\": \"sensitive\", \"type\": \"health\"}}");
    settled();

    get("/profile")
        .body("profile_version", equalTo(2))
        .body("columns[2].role", equalTo("sensitive"))
        .body("columns[2].type", equalTo("health"))
        .body("columns[2].signs", equalTo(List.of("A person said so.")))
        .body("columns[2].amended.by", equalTo("local"));
    assertThat(notes()).containsExactly("2 3 local true");
    ProfileAmended told = amended(2);
    assertThat(planned(told).profile().columns().get(2).role()).isEqualTo(Role.SENSITIVE);
    assertThat(EventJson.write(told)).doesNotContain("city", "health", "local");
  }

  @Test
  void aWordThatOnlyConfirmsNeedsNoLookAndCanBeTakenBack() throws IOException {
    profiled();

    patch("{\"email\": {\"role\": \"direct\", \"type\": \"email\"}}")
        .statusCode(200)
        .body("profile_version", equalTo(2))
        .body("columns[0].amended.by", equalTo("local"));
    patch("{\"email\": {\"role\": \"direct\"}}")
        .statusCode(200)
        .body("profile_version", equalTo(2));
    patch("{\"email\": null}");
    settled();

    get("/profile").body("profile_version", equalTo(3)).body("columns[0].amended", nullValue());
    given().get(path("/configuration")).then().body("columns", equalTo(java.util.Map.of()));
  }

  @Test
  void aTreatmentReplacesTheOneBeforeWithAllItsOptions() throws IOException {
    profiled();
    patch(MASK).statusCode(200);

    patch("{\"email\": {\"treatment\": {\"name\": \"hash\"}}}")
        .statusCode(200)
        .body("columns[0].treatment.name", equalTo("hash"))
        .body("columns[0].treatment.options", equalTo(java.util.Map.of()))
        .body("columns[0].status", equalTo("protected"));
    patch("{\"email\": {\"treatment\": null}}")
        .statusCode(200)
        .body("columns[0].treatment.name", equalTo("fpe"))
        .body("columns[0].treatment.default", equalTo(true));
  }

  @Test
  void aPatchForAnOlderProfileIsRefused() throws IOException {
    profiled();
    given()
        .header("If-Match", "\"1\"")
        .contentType(PATCH)
        .body(MASK)
        .patch(path("/columns"))
        .then()
        .statusCode(200);

    given()
        .header("If-Match", "\"1\"")
        .contentType(PATCH)
        .body("{\"email\": {\"treatment\": {\"name\": \"drop\"}}}")
        .patch(path("/columns"))
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("code", equalTo("profile-changed"));
    get("/profile").body("columns[0].treatment.name", equalTo("mask"));
  }

  @Test
  void whatCannotBeMeantIsRefusedByPlaceAndChangesNothing() throws IOException {
    profiled();

    refused("{\"mail\": {}}", "unknown-column", "/mail");
    refused("{\"email\": 5}", "invalid-value", "/email");
    refused("{\"email\": {\"kind\": \"colour\"}}", "invalid-value", "/email/kind");
    refused("{\"email\": {\"kind\": \"empty\"}}", "invalid-value", "/email/kind");
    refused("{\"email\": {\"role\": \"secret\"}}", "invalid-value", "/email/role");
    refused("{\"email\": {\"type\": \"mail\"}}", "invalid-value", "/email/type");
    refused("{\"joined\": {\"pattern\": \"qq\"}}", "invalid-value", "/joined/pattern");
    refused("{\"age\": {\"decimal\": \";\"}}", "invalid-value", "/age/decimal");
    refused("{\"age\": {\"missing_tokens\": [1]}}", "invalid-value", "/age/missing_tokens");
    refused(
        "{\"email\": {\"treatment\": {\"name\": \"burn\"}}}",
        "invalid-treatment",
        "/email/treatment/name");
    refused(
        "{\"email\": {\"treatment\": {\"name\": \"mask\", \"options\": {\"kept\": 1}}}}",
        "invalid-treatment",
        "/email/treatment/options/kept");
    refused(
        "{\"email\": {\"treatment\": {\"name\": \"keep\"}}}",
        "invalid-treatment",
        "/email/treatment");
    refused(
        "{\"email\": {\"treatment\": {\"name\": \"caesar-legacy\"}}}",
        "invalid-treatment",
        "/email/treatment");
    given()
        .contentType(PATCH)
        .body("{\"email\": {\"colour\": 1}}")
        .patch(path("/columns"))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown-property"))
        .body("pointer", equalTo("/email/colour"));

    get("/profile").body("profile_version", equalTo(1));
    assertThat(notes()).isEmpty();
  }

  @Test
  void aPreviewShowsTenRowsAndStoresNothing() throws IOException {
    profiled();
    List<String> before = objects();

    Response shown =
        given()
            .contentType("application/json")
            .body("{\"columns\": " + MASK.replace("\"email\"", "\"city\": {}, \"email\"") + "}")
            .post(path("/treatments/preview"));

    shown
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body("columns.name", equalTo(List.of("email", "city")))
        .body("columns.treatment", equalTo(List.of("mask", "keep")))
        .body("columns[0].before[0]", equalTo("user0@example.org"))
        .body("columns[0].after.size()", equalTo(10))
        .body("columns[0].after[0]", equalTo("*****@******e.org"));
    assertThat(objects()).isEqualTo(before);
    assertThat(shown.path("columns[1].after").toString())
        .isEqualTo(shown.path("columns[1].before").toString());
    get("/profile").body("profile_version", equalTo(1));
  }

  @Test
  void aConfigurationGoesOutAndComesBackTheSame() throws IOException {
    profiled();
    patch(MASK.replace("{\"treatment\"", "{\"role\": \"direct\", \"treatment\""));
    patch("{\"joined\": {\"kind\": \"date\", \"pattern\": \"dd.MM.yyyy\"}}");
    settled();
    String file = given().get(path("/configuration")).then().statusCode(200).extract().asString();

    JsonNode json = TableJson.mapper().readTree(file);
    assertThat(Configuration.read(json).toJson()).isEqualTo(json);
    assertThat(json.at("/columns/email/treatment/options/keep").asInt()).isEqualTo(4);
    put("{\"version\": 1}");
    settled();
    get("/profile").body("columns[0].treatment.default", equalTo(true));
    put(file);
    settled();
    assertThat(TableJson.mapper().readTree(given().get(path("/configuration")).asString()))
        .isEqualTo(json);
    get("/profile").body("columns[0].treatment.name", equalTo("mask"));
  }

  @Test
  void aConfigurationThatDoesNotFitIsRefusedByPlace() throws IOException {
    profiled();

    put("{\"version\": 1, \"colour\": 2}").statusCode(400).body("pointer", equalTo("/colour"));
    put("{\"version\": 2}").statusCode(422).body("pointer", equalTo("/version"));
    put("{\"columns\": {\"mail\": {}}}").statusCode(422).body("pointer", equalTo("/columns/mail"));
    put("{\"columns\": {\"email\": {\"treatment\": {\"name\": \"burn\"}}}}")
        .statusCode(422)
        .body("pointer", equalTo("/columns/email/treatment/name"));
    put("{\"reading\": {\"delimiter\": \";\"}}")
        .statusCode(422)
        .body("code", equalTo("reading-differs"))
        .body("pointer", equalTo("/reading/delimiter"));
    put("{\"reading\": {\"delimiter\": \",\"}}").statusCode(200);
  }

  @Test
  void whatWasSaidStaysWhenTheFileIsReadAnewForColumnsThatAreStillThere() throws IOException {
    profiled();
    patch(MASK).statusCode(200);
    patch("{\"city\": {\"treatment\": {\"name\": \"redact\"}}}").statusCode(200);

    tell(uploaded(2, "email,age,town,joined"));
    Eventually.isTrue(
        "second reading",
        () -> "town".equals(given().get(path("/profile")).path("columns[2].name")));

    get("/profile")
        .body("profile_version", equalTo(4))
        .body("columns[0].treatment.name", equalTo("mask"))
        .body("columns[0].amended.by", equalTo("local"))
        .body("columns[2].treatment", nullValue());
  }

  @Test
  void relationsAndAssociationsAreFoundOnceAndAgainWhenColumnsAreLookedAtAgain()
      throws IOException {
    profiled();

    found("/relations")
        .body("rows", equalTo(60))
        .body("sampled_rows", nullValue())
        .body("items.find { it.kind == 'unique_key' }.names", equalTo(List.of("email")))
        .body("items.find { it.kind == 'unique_key' }.support.rows", equalTo(60))
        .body("items.find { it.kind == 'unique_key' }.support.exceptions", equalTo(0))
        .body("items[0].sentence", notNullValue());
    found("/associations")
        .body("columns", equalTo(List.of("age", "city", "joined")))
        .body("rows", equalTo(60))
        .body("strength.size()", equalTo(3))
        .body("measures.cramers_v[0].size()", equalTo(3));
    patch(MASK).statusCode(200);
    found("/associations").body("profile_version", equalTo(2));
    assertThat(objects()).filteredOn(key -> key.contains("associations")).hasSize(1);
    patch("{\"age\": {\"role\": \"direct\"}}");
    settled();
    found("/associations")
        .body("profile_version", equalTo(3))
        .body("columns", equalTo(List.of("city", "joined")));
  }

  @Test
  void nothingIsFoundBetweenColumnsOfADatasetThatNobodyKnows() {
    for (String place : List.of("/relations", "/associations", "/configuration")) {
      get(place).statusCode(404).body("code", equalTo("dataset-not-found"));
    }
    patch(MASK).statusCode(404).body("code", equalTo("dataset-not-found"));
  }

  @Test
  void theTreatmentsAreListedAndEveryOperationIsDescribed() {
    given()
        .get("/v1/treatments")
        .then()
        .statusCode(200)
        .body("items.name.contains('fpe')", equalTo(true))
        .body("items.find { it.name == 'fpe' }.reversible", equalTo(true))
        .body("items.find { it.name == 'mask' }.options[0].name", equalTo("keep"));
    given()
        .get("/openapi?format=json")
        .then()
        .body("paths.'/v1/datasets/{id}/columns'.patch.operationId", equalTo("amendColumns"))
        .body("components.schemas.ProfiledColumn.properties.status.description", notNullValue())
        .body("components.schemas.ProfiledColumn.properties.top_values", notNullValue());
  }

  @Test
  void erasureForgetsWhatWasSaid() throws IOException {
    profiled();
    patch(MASK).statusCode(200);

    tell(new ErasureRequested(EventHeader.now("default", "default"), UUID.randomUUID(), dataset));
    Eventually.isTrue("erasure", () -> notes().isEmpty());

    assertThat(objects()).noneMatch(key -> key.contains("/profile"));
  }

  private void refused(String patch, String code, String pointer) {
    patch(patch)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("pointer", equalTo(pointer));
  }

  private ValidatableResponse get(String place) {
    return given().get(path(place)).then();
  }

  private ValidatableResponse found(String place) {
    Eventually.isTrue(place, () -> given().get(path(place)).statusCode() == 200);
    return get(place).statusCode(200);
  }

  private ValidatableResponse patch(String patch) {
    return given().contentType(PATCH).body(patch).patch(path("/columns")).then();
  }

  private ValidatableResponse put(String file) {
    return given().contentType("application/json").body(file).put(path("/configuration")).then();
  }

  private String path(String place) {
    return "/v1/datasets/" + dataset + place;
  }

  private void profiled() throws IOException {
    keys.create(KeyScope.dataset("default", dataset.toString()));
    tell(uploaded(1, "email,age,city,joined"));
    settled();
  }

  private void settled() {
    Eventually.isTrue("profile", () -> given().get(path("/profile")).statusCode() == 200);
  }

  private List<String> notes() {
    return Database.of(profiler)
        .query(
            "select profile_version || ' ' || column_position || ' ' || amended_by || ' '"
                + " || (amended_at > now() - interval '5 minutes') from amendments"
                + " where dataset_id = ? order by id",
            row -> row.getString(1),
            dataset);
  }

  private List<String> objects() throws IOException {
    return store.keysBelow("datasets/default/" + dataset).stream().sorted().toList();
  }

  private PlannedProfile planned(ProfileAmended told) throws IOException {
    return PlannedProfile.read(store.open(told.tables().getFirst().profile().key()));
  }

  private ProfileAmended amended(int version) {
    try (TestRecords records = TestRecords.of(kafka, Topics.PROFILE_EVENTS)) {
      return Eventually.get(
          "event",
          () ->
              records.look().stream()
                  .filter(r -> r.key().equals(dataset.toString()))
                  .map(r -> EventJson.read(r.value()))
                  .filter(ProfileAmended.class::isInstance)
                  .map(ProfileAmended.class::cast)
                  .filter(event -> event.profileVersion() == version)
                  .findFirst());
    }
  }

  private DatasetUploaded uploaded(int version, String header) throws IOException {
    try (Scratch scratch = store.scratch()) {
      StringBuilder csv = new StringBuilder(header).append('\n');
      IntStream.range(0, 60)
          .forEach(
              i ->
                  csv.append("user%d@example.org,%d,".formatted(i, 20 + i % 5))
                      .append(i % 2 == 0 ? "Rome," : "Oslo,")
                      .append("%02d.02.2024%n".formatted(13 + i % 12).strip())
                      .append('\n'));
      Path file = Files.writeString(scratch.file("x.csv"), csv);
      Path canonical = scratch.file("x.parquet");
      Reading reading =
          TableReader.ingest(file, canonical, ReadLimits.defaults(), RunContext.quiet());
      String folder = "datasets/default/" + dataset + "/" + version + "/";
      ObjectRef table = store.adopt(folder + "canonical.parquet", canonical);
      ObjectRef read =
          store.put(
              folder + "reading.json",
              out -> out.write(TableJson.mapper().writeValueAsBytes(reading)));
      return new DatasetUploaded(
          EventHeader.now("default", "default"),
          dataset,
          version,
          List.of(new UploadedTable(0, 60, 4, table, read)));
    }
  }

  private void tell(Event event) {
    TestRecords.send(kafka, event.topic(), event.aggregateId().toString(), EventJson.write(event));
  }
}
