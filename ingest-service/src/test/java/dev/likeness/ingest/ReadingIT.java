package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.Topics;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestRecords;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of every kind, and reading them as people say. */
@QuarkusTest
@WithTestResource(Backends.class)
class ReadingIT {

  private static final String CSV = "a;b\n1,5;x\n?;y\n";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Response send(byte[] body, String query) {
    return given()
        .header("Content-Type", "application/octet-stream")
        .body(body)
        .post("/v1/datasets?name=t.bin" + query);
  }

  private static String upload(byte[] body) {
    return send(body, "").then().statusCode(201).extract().path("dataset_id");
  }

  private static ValidatableResponse patch(String id, String json) {
    return given()
        .header("Content-Type", "application/merge-patch+json")
        .body(json)
        .patch("/v1/datasets/" + id + "/reading")
        .then();
  }

  private static ValidatableResponse preview(String id, String json) {
    return given()
        .contentType("application/json")
        .body(json)
        .post("/v1/datasets/" + id + "/reading/preview")
        .then();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
      }
    }
    return out.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    String cells = "<row><c t=\"str\"><v>n</v></c></row><row><c><v>7</v></c></row>";
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"May\" id=\"a\"/><sheet name=\"June\" id=\"b\"/></sheets>"
            + "</workbook>",
        "xl/_rels/workbook.xml.rels",
        "<R><Relationship Id=\"a\" Target=\"worksheets/1.xml\"/>"
            + "<Relationship Id=\"b\" Target=\"worksheets/2.xml\"/></R>",
        "xl/worksheets/1.xml",
        "<s>" + cells + "</s>",
        "xl/worksheets/2.xml",
        "<s>" + cells.replace(">n<", ">m<") + "</s>");
  }

  @Test
  void everyFormatAndContainerComesIn() throws IOException {
    send(gzip(bytes(CSV)), "")
        .then()
        .statusCode(201)
        .body("reading.format", equalTo("csv"))
        .body("reading.container", equalTo("gzip"))
        .body("reading.delimiter", equalTo(";"))
        .body("reading.version", equalTo(1))
        .body("dialect.delimiter", equalTo(";"));
    send(zip("x.jsonl", "{\"k\": 1}\n{\"k\": 2}\n"), "")
        .then()
        .statusCode(201)
        .body("reading.format", equalTo("jsonl"))
        .body("reading.container", equalTo("zip"))
        .body("reading.entry", equalTo("x.jsonl"))
        .body("rows", equalTo(2));
    send(workbook(), "")
        .then()
        .statusCode(201)
        .body("reading.format", equalTo("xlsx"))
        .body("reading.sheet", equalTo("May"))
        .body("reading.sheets", equalTo(List.of("May", "June")))
        .body("preview.rows", equalTo(List.of(List.of("7"))));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json",
    "application/x-ndjson",
    "application/gzip",
    "application/zip",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  void theBodyMayBeOfTheMediaTypeOfItsFormat(String type) {
    given()
        .header("Content-Type", type)
        .body(bytes("{\"k\": 1}"))
        .post("/upload")
        .then()
        .statusCode(201)
        .body("columns.name", equalTo(List.of("k")));
  }

  @Test
  void theQuerySaysHowAFileIsRead() {
    send(bytes(CSV), "&delimiter=,&header=false&decimal=,&missing_tokens=?&missing_tokens=na")
        .then()
        .statusCode(201)
        .body("reading.delimiter", equalTo(","))
        .body("reading.header", equalTo(false))
        .body("reading.decimal", equalTo(","))
        .body("reading.missing_tokens", equalTo(List.of("?", "na")))
        .body(
            "reading.overridden",
            equalTo(List.of("delimiter", "header", "decimal", "missing_tokens")));
  }

  @Test
  void aFieldOfTheFormSaysHowAFileIsRead() {
    given()
        .multiPart("file", "t.csv", "Müller,1\n".getBytes(Charset.forName("x-MacRoman")))
        .multiPart("options", "{\"charset\": \"macintosh\", \"header\": false}")
        .post("/upload")
        .then()
        .statusCode(201)
        .body("reading.charset", equalTo("x-MacRoman"))
        .body("preview.rows[0][0]", equalTo("Müller"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "charset=klingon | 422 | invalid-option",
        "delimiter=abc | 422 | invalid-option",
        "decimal=xy | 422 | invalid-value",
        "skipped_lines=-1 | 422 | invalid-option",
        "skipped_lines=x | 400 | invalid-parameter"
      })
  void optionsOutOfTheirRangeAreProblems(String query, int status, String code) {
    send(bytes(CSV), "&" + query)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", not(containsString("klingon")));
  }

  @Test
  void aPatchReadsTheFileAnewAndTellsEverybody() {
    String id = upload(bytes("a;b\n1,5;x\n2,5;y\n"));

    patch(id, "{\"delimiter\": \",\", \"header\": false, \"skipped_lines\": 0}")
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("reading.version", equalTo(2))
        .body("reading.overridden", equalTo(List.of("delimiter", "header", "skipped_lines")))
        .body("state", equalTo("UPLOADED"))
        .body("rows", equalTo(3))
        .body("preview.rows[1]", equalTo(List.of("1", "5;x")));
    patch(id, "{\"delimiter\": null, \"header\": null, \"skipped_lines\": null}")
        .statusCode(200)
        .body("reading.version", equalTo(3))
        .body("reading.overridden", hasSize(0))
        .body("columns.name", equalTo(List.of("a", "b")));

    given().get("/v1/datasets/" + id).then().body("reading.version", equalTo(3));
    given().get("/v1/datasets/" + id + "/preview").then().body("rows", hasSize(2));
    try (TestRecords records = TestRecords.of(kafka, Topics.DATASET_EVENTS)) {
      DatasetUploaded third =
          Eventually.get(
              "event of the third version",
              () ->
                  records.look().stream()
                      .filter(r -> r.key().equals(id))
                      .map(r -> EventJson.read(r.value()))
                      .filter(e -> e instanceof DatasetUploaded told && told.version() == 3)
                      .map(DatasetUploaded.class::cast)
                      .findFirst());
      assertThat(third.tables().getFirst().rows()).isEqualTo(2);
    }
  }

  @Test
  void whatCellsMeanIsAmendedWithoutReadingAnew() {
    String id = upload(bytes(CSV));
    patch(id, "{\"decimal\": \",\", \"missing_tokens\": [\"?\"]}")
        .statusCode(200)
        .body("reading.decimal", equalTo(","))
        .body("reading.missing_tokens", equalTo(List.of("?")))
        .body("reading.version", equalTo(2))
        .body("preview.rows[1][0]", equalTo("?"));
    patch(id, "{}").statusCode(200).body("reading.version", equalTo(2));
  }

  @Test
  void aPreviewStoresNothing() throws IOException {
    String id = upload(workbook());
    preview(id, "{\"sheet\": \"June\"}")
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("reading.sheet", equalTo("June"))
        .body("columns.name", equalTo(List.of("m")))
        .body("preview.rows", equalTo(List.of(List.of("7"))));
    given()
        .get("/v1/datasets/" + id)
        .then()
        .body("reading.sheet", equalTo("May"))
        .body("reading.version", equalTo(1));
  }

  @Test
  void aPreviewHasAtMostFiftyRows() {
    String id = upload(bytes("a,b\n" + "1,2\n".repeat(200)));
    preview(id, "{\"header\": false}")
        .statusCode(200)
        .body("preview.rows", hasSize(50))
        .body("preview.rows[0]", equalTo(List.of("a", "b")));
    preview(id, "{\"decimal\": \".\"}").body("preview.rows", hasSize(50));
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/datasets/" + id + "/reading/preview?rows=51")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"speed\": 1} | 400 | unknown-property | /speed",
        "{\"header\": \"yes\"} | 422 | invalid-value | /header",
        "{\"missing_tokens\": \"?\"} | 422 | invalid-value | /missing_tokens",
        "{\"charset\": \"klingon\"} | 422 | invalid-option | /charset",
        "{\"sheet\": \"x\"} | 200 | - | -",
        "{\"delimiter\" | 400 | malformed-json | -",
        "[1] | 422 | invalid-value | -"
      })
  void aPatchThatCannotBeIsAProblem(String body, int status, String code, String pointer) {
    ValidatableResponse answer = preview(upload(bytes(CSV)), body).statusCode(status);
    if (status >= 400) {
      answer.body("code", equalTo(code));
    }
    if (!pointer.equals("-")) {
      answer.body("pointer", equalTo(pointer));
    }
  }

  @Test
  void aPatchThatMakesTheFileUnreadableChangesNothing() {
    String id = upload(bytes("a,b\n1,2\n"));
    patch(id, "{\"skipped_lines\": 100}").statusCode(400).body("code", equalTo("empty-file"));
    given().get("/v1/datasets/" + id).then().body("reading.version", equalTo(1));
  }

  @Test
  void anUploadThatWasNotKeptCannotBeReadAnewButItsCellsCanMeanOtherThings() {
    String id = upload(bytes(CSV));
    Database.inTransaction(
        () -> {
          Dataset dataset = Dataset.findById(UUID.fromString(id));
          dataset.upload = null;
          return dataset.version;
        });

    given().get("/v1/datasets/" + id).then().body("reading.upload_kept", equalTo(false));
    patch(id, "{\"header\": false}").statusCode(409).body("code", equalTo("upload-not-kept"));
    preview(id, "{\"header\": false}").statusCode(409).body("code", equalTo("upload-not-kept"));
    patch(id, "{\"decimal\": \",\"}").statusCode(200).body("reading.decimal", equalTo(","));
  }

  @Test
  void aDatasetThatIsNotThereCannotBeReadAnew() {
    patch("00000000-0000-4000-8000-000000000000", "{}")
        .statusCode(404)
        .body("code", equalTo("dataset-not-found"));
  }

  @Test
  void theSameFileReadOtherwiseIsAnotherRequest() {
    String key = "reading-" + System.nanoTime();
    String first = keyed(key, "").then().statusCode(201).extract().path("dataset_id");
    keyed(key, "").then().statusCode(201).body("dataset_id", equalTo(first));
    keyed(key, "&header=false")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  private static Response keyed(String key, String query) {
    return given()
        .header("Content-Type", "text/csv")
        .header("Idempotency-Key", key)
        .body(bytes(CSV))
        .post("/v1/datasets?name=t.csv" + query);
  }

  @Test
  void aFormWithoutOptionsIsReadByDetection() {
    given()
        .multiPart("file", "t.csv", bytes(CSV))
        .post("/upload")
        .then()
        .statusCode(201)
        .body("reading.decimal", nullValue())
        .body("reading.overridden", equalTo(List.of()));
  }
}
