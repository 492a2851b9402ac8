package dev.likeness.ingest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void customersAreWhatTheProgramMakes() throws IOException {
    assertThat(bundled("customers.csv")).isEqualTo(CustomersSample.text());
  }

  @Test
  void customersHaveNobodysAddress() throws IOException {
    List<String> rows = bundled("customers.csv").lines().skip(1).toList();

    assertThat(rows).hasSize(2_000);
    assertThat(rows)
        .allMatch(row -> row.split(",", -1)[3].matches("[a-z.]+\\d*@example\\.(com|org|net)"));
  }

  @Test
  void everySampleIsThereAndHasItsLicenceBesideIt() throws IOException {
    JsonNode index = new ObjectMapper().readTree(bundled("index.json"));

    assertThat(index)
        .extracting(sample -> sample.path("name").asText())
        .containsExactly("customers", "penguins");
    for (JsonNode sample : index) {
      String file = sample.path("file").asText();
      assertThat(bundled(file)).isNotBlank();
      assertThat(bundled(file.replace(".csv", ".LICENCE.txt"))).contains("CC0");
      assertThat(sample.path("licence").asText()).contains("CC0");
    }
  }

  private static String bundled(String name) throws IOException {
    try (InputStream content = SamplesTest.class.getResourceAsStream("/samples/" + name)) {
      assertThat(content).as(name).isNotNull();
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
