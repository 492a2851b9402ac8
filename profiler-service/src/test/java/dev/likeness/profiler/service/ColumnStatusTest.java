package dev.likeness.profiler.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.ColumnProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnStatusTest {

  @ParameterizedTest
  @CsvSource({
    "none, , HARMLESS",
    "none, keep, HARMLESS",
    "direct, , AT_RISK",
    "direct, keep, AT_RISK",
    "direct, caesar-legacy, AT_RISK",
    "direct, mask, AT_RISK",
    "direct, fpe, PROTECTED",
    "direct, fake, PROTECTED",
    "direct, drop, PROTECTED",
    "quasi, , AT_RISK",
    "quasi, generalize, PROTECTED",
    "sensitive, , AT_RISK",
    "sensitive, hash, PROTECTED"
  })
  void whereSomebodyIsSingledOutOnlyTreatmentsThatCoverProtect(
      String role, String treatment, ColumnStatus expected) throws JsonProcessingException {
    assertThat(status(role, treatment, Optional.of(exposure(true)))).isEqualTo(expected);
  }

  @Test
  void whereNobodyIsSingledOutOnlyDirectIdentifiersAreAtRisk() throws JsonProcessingException {
    Optional<Exposure> nobody = Optional.of(exposure(false));
    assertThat(status("quasi", null, nobody)).isEqualTo(ColumnStatus.HARMLESS);
    assertThat(status("sensitive", null, nobody)).isEqualTo(ColumnStatus.HARMLESS);
    assertThat(status("direct", null, nobody)).isEqualTo(ColumnStatus.AT_RISK);
  }

  @Test
  void whereThatIsNotKnownAColumnIsAtRisk() throws JsonProcessingException {
    assertThat(status("quasi", null, Optional.empty())).isEqualTo(ColumnStatus.AT_RISK);
  }

  private static ColumnStatus status(
      String role, @org.jspecify.annotations.Nullable String treatment, Optional<Exposure> exposure)
      throws JsonProcessingException {
    ObjectNode none = TableJson.mapper().createObjectNode();
    return ColumnStatus.of(
        column(role),
        Optional.ofNullable(treatment).map(name -> TreatmentChoice.of(name, none)),
        exposure);
  }

  private static ColumnProfile column(String role) throws JsonProcessingException {
    String json =
        """
        {"position": 1, "name": "x", "kind": "nominal", "measure": "nominal", "type": "none",
         "signs": [], "quantiles": [], "top_values": [], "warnings": [], "role": "%s"}
        """;
    return TableJson.mapper().readValue(json.formatted(role), ColumnProfile.class);
  }

  private static Exposure exposure(boolean singlesOut) {
    Exposure.Combination alone = new Exposure.Combination(List.of("y", "z"), 5, 0.05, 9, 1);
    return new Exposure(
        List.of("y", "z"),
        List.of(),
        100,
        false,
        singlesOut ? List.of(alone) : List.of(),
        Optional.of(alone));
  }
}
