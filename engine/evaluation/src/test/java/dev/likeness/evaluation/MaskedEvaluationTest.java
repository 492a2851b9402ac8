package dev.likeness.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.evaluation.MaskedEvaluationReport.MaskedColumn;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Role;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedEvaluationTest {

  private static final DataKey KEY = DataKey.generate(KeyScope.dataset("default", "people"));
  private static final int ROWS = 400;

  @TempDir static Path folder;

  private static Path canonical;
  private static Reading reading;
  private static TableProfile profile;

  /** Nobody shares a postcode with anybody; a city is shared by a hundred. */
  @BeforeAll
  static void read() throws IOException {
    StringBuilder csv = new StringBuilder("email,city,postcode,amount\n");
    String[] cities = {"Berlin", "Hamburg", "Munich", "Cologne"};
    for (int row = 0; row < ROWS; row++) {
      csv.append("ann.miller").append(row).append("@example.org,").append(cities[row % 4]);
      csv.append(',').append(10_000 + 7 * row).append(',').append(row % 13).append(".5\n");
    }
    Path upload = Files.writeString(folder.resolve("people.csv"), csv);
    canonical = folder.resolve("people.parquet");
    reading = TableReader.ingest(upload, canonical, ReadLimits.defaults(), RunContext.quiet());
    profile = PersonalData.profile(canonical, reading, RunContext.quiet());
    assertThat(profile.columns().stream().map(column -> column.role()))
        .containsExactly(
            Role.DIRECT_IDENTIFIER, Role.QUASI_IDENTIFIER, Role.QUASI_IDENTIFIER, Role.HARMLESS);
  }

  private static TreatmentChoice choice(String name) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    if (name.equals("caesar-legacy")) {
      options.put("acknowledged", true).put("override_direct_identifier", true);
    } else if (name.equals("keep")) {
      options.put("acknowledged", true);
    }
    return TreatmentChoice.of(name, options);
  }

  private static MaskedEvaluationReport judge(Map<String, TreatmentChoice> chosen)
      throws IOException {
    TreatmentPlan plan = TreatmentPlan.of(profile, Purpose.MASKED_COPY, chosen);
    MaskedCopy copy = MaskedCopy.of(reading, profile, plan, KEY, Vault.NONE);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    copy.write(canonical, csv, RunContext.quiet());
    Path written = Files.write(folder.resolve("masked.csv"), csv.toByteArray());
    Path parquet = folder.resolve("masked.parquet");
    int width = copy.manifest().kept().size();
    TableReader.readBack(written, parquet, reading.dialect(), width, RunContext.quiet());
    boolean rows = MaskedEvaluation.needsRows(copy.manifest());
    return MaskedEvaluation.of(
        copy.manifest(),
        profile,
        rows ? Optional.of(parquet) : Optional.empty(),
        RunContext.quiet());
  }

  private static double share(MaskedEvaluationReport report) {
    return report.protectedColumns().value().orElseThrow();
  }

  private static double alone(MaskedEvaluationReport report) {
    return report.singledOut().orElseThrow().all().orElseThrow().share();
  }

  @Test
  void countsWhatIsCoveredAndWhoIsToldApart() throws IOException {
    MaskedEvaluationReport report = judge(Map.of("postcode", choice("redact")));

    assertThat(report.rows()).isEqualTo(ROWS);
    assertThat(share(report)).isEqualTo(2 / 3.0);
    assertThat(alone(report)).isZero();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.verdict())
        .isEqualTo(
            "Of 3 personal columns 1 stands in clear text; what the copy shows tells no row apart"
                + " from all others.");
    assertThat(report.columns().get(0).treatment()).isEqualTo("fpe");
    assertThat(report.columns().get(3)).extracting(MaskedColumn::isPersonal).isEqualTo(false);
  }

  @Test
  void countsCaesarLegacyAsClearTextInEveryScoreAndWarns() throws IOException {
    Map<String, TreatmentChoice> fpe =
        Map.of("city", choice("redact"), "postcode", choice("encrypt"));
    Map<String, TreatmentChoice> shifted =
        Map.of(
            "city", choice("redact"),
            "postcode", choice("caesar-legacy"),
            "email", choice("caesar-legacy"));
    Map<String, TreatmentChoice> kept =
        Map.of("city", choice("redact"), "postcode", choice("keep"), "email", choice("keep"));

    MaskedEvaluationReport report = judge(shifted);

    assertThat(share(judge(fpe))).isEqualTo(1);
    assertThat(judge(fpe).singledOut()).isEmpty();
    assertThat(share(report)).isEqualTo(1 / 3.0).isEqualTo(share(judge(kept)));
    assertThat(alone(report)).isEqualTo(1).isEqualTo(alone(judge(kept)));
    assertThat(report.verdict()).endsWith("tells every row apart from all others.");
    assertThat(report.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("caesar-legacy");
              assertThat(warning.columns()).containsExactly("email", "postcode");
              assertThat(warning.message()).contains("clear text");
            });
    assertThat(judge(kept).warnings())
        .extracting(ReportWarning::code)
        .containsExactly("direct-identifier-in-clear");
  }

  @Test
  void aPartOfADirectIdentifierIsNotCovered() throws IOException {
    MaskedEvaluationReport report =
        judge(Map.of("email", choice("mask"), "city", choice("redact")));

    assertThat(share(report)).isEqualTo(2 / 3.0);
    assertThat(report.verdict())
        .startsWith("Of 3 personal columns 1 shows a part of what names people; what the copy");
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void looksAtColumnsBehindADroppedOne() throws IOException {
    MaskedEvaluationReport report =
        judge(Map.of("email", choice("drop"), "postcode", choice("keep")));

    assertThat(report.columns().get(0).dropped()).isTrue();
    assertThat(share(report)).isEqualTo(1 / 3.0);
    assertThat(report.singledOut().orElseThrow().quasiIdentifiers())
        .containsExactly("city", "postcode");
    assertThat(alone(report)).isEqualTo(1);
  }

  @Test
  void isJsonAsTheApiSpeaksIt() throws IOException {
    JsonNode json =
        TableJson.mapper().valueToTree(judge(Map.of("postcode", choice("caesar-legacy"))));

    assertThat(json.at("/protected/personal").asInt()).isEqualTo(3);
    assertThat(json.at("/protected/covered").asInt()).isEqualTo(1);
    assertThat(json.at("/singled_out/all/k").asInt()).isEqualTo(1);
    assertThat(json.at("/columns/2/protection").asText()).isEqualTo("clear");
    assertThat(json.at("/columns/2/role").asText()).isEqualTo("quasi");
    assertThat(json.at("/columns/2/personal").isMissingNode()).isTrue();
    assertThat(json.at("/warnings/0/columns/0").asText()).isEqualTo("postcode");
  }
}
