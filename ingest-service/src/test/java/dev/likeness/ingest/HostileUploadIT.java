package dev.likeness.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.platform.testing.Backends;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.testing.HostileFile;
import dev.likeness.table.testing.HostileFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile files and names over HTTP: a dataset, or a problem that says what to do; never 5xx. */
@QuarkusTest
@WithTestResource(Backends.class)
class HostileUploadIT {

  private static final int EVERY = System.getProperty("long") == null ? 6 : 1;

  /** Below the limit of the tests' server, which ends the connection of those who send more. */
  private static final int MOST_BYTES = 1_000_000;

  private static byte[] parquet(Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("t.csv"), "a,b\n" + "1,x\n2,y\n".repeat(200));
    Path parquet = folder.resolve("t.parquet");
    TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    return Files.readAllBytes(parquet);
  }

  @Test
  void hostileFilesAreDatasetsOrProblems(@TempDir Path folder) throws IOException {
    List<HostileFile> all = HostileFiles.all(parquet(folder), 3);
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      HostileFile file = all.get(i);
      byte[] bytes = file.bytes();
      if (bytes.length > MOST_BYTES) {
        continue;
      }
      Response answer =
          given()
              .header("Content-Type", "application/octet-stream")
              .body(bytes)
              .post("/upload?name=hostile");
      statuses.merge(answer.statusCode(), 1, Integer::sum);
      if (!isDataset(answer) && !isProblem(answer)) {
        wrong.add(file.name() + ": " + answer.statusCode());
      }
    }
    System.out.println("hostile uploads: " + statuses);
    assertThat(wrong).isEmpty();
  }

  private static boolean isDataset(Response answer) {
    return answer.statusCode() == 201 && answer.jsonPath().getString("dataset_id") != null;
  }

  private static boolean isProblem(Response answer) {
    if (answer.statusCode() != 400 && answer.statusCode() != 413) {
      return false;
    }
    JsonPath body = answer.jsonPath();
    return answer.contentType().startsWith("application/problem+json")
        && !body.getString("code").isBlank()
        && !body.getString("detail").isBlank()
        && !body.getString("action").isBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a\r\nSet-Cookie: x=1",
        "<script>alert(1)</script>.csv",
        "\u202evsc.exe",
        "\u0000",
        ".",
        "..",
        "   ",
        "C:\\windows\\t.csv",
        "${jndi:ldap://x}",
        "%s%n%00"
      })
  void hostileNamesAreMadeHarmless(String name) {
    String kept =
        given()
            .header("Content-Type", "text/csv")
            .queryParam("name", name)
            .body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
            .post("/upload")
            .then()
            .statusCode(201)
            .extract()
            .path("name");
    assertThat(kept).isNotBlank().doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}]").isNotIn(".", "..");
  }

  @Test
  void aLongNameIsCut() {
    String kept =
        given()
            .header("Content-Type", "text/csv")
            .queryParam("name", "n".repeat(3_000) + ".csv")
            .body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
            .post("/upload")
            .then()
            .statusCode(201)
            .extract()
            .path("name");
    assertThat(kept.length()).isLessThanOrEqualTo(255);
  }
}
