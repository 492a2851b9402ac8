package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.synthesis.model.GaussianCopulaSynthesizer;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.options.Option;
import dev.likeness.table.options.OptionBinding;
import dev.likeness.table.options.OptionDescriptor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizersTest {

  /** Every type that options may have. */
  record Sample(
      @Option(value = "A count.", defaultsTo = "3", min = 1, max = 10) int smallCount,
      @Option(value = "A long.", defaultsTo = "4") long big,
      @Option(value = "A rate.", defaultsTo = "0.5", min = 0, max = 1) double rate,
      @Option(value = "A flag.", defaultsTo = "true") boolean flag,
      @Option(value = "A choice.", defaultsTo = "second") Choice choice,
      @Option(value = "A text.", defaultsTo = "x") String text) {

    enum Choice {
      FIRST,
      SECOND
    }
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void knowsTheModelsByName() {
    assertThat(Synthesizers.names()).contains("gaussian-copula", "independent").isSorted();
    assertThat(Synthesizers.named("independent").name()).isEqualTo("independent");
    assertThatThrownBy(() -> Synthesizers.named("magic"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("model = magic, expected one of")
        .hasMessageContaining("gaussian-copula, independent");
  }

  @Test
  void bindsDefaults() throws Exception {
    Sample expected = new Sample(3, 4, 0.5, true, Sample.Choice.SECOND, "x");
    assertThat(OptionBinding.bind(Sample.class, json("{}"))).isEqualTo(expected);
    assertThat(OptionBinding.bind(Sample.class, Map.of())).isEqualTo(expected);
    assertThat(OptionBinding.bind(Sample.class, json("null"))).isEqualTo(expected);
  }

  @Test
  void bindsJsonAndText() throws Exception {
    Sample expected = new Sample(7, 5_000_000_000L, 0.25, false, Sample.Choice.FIRST, "y");
    JsonNode node =
        json(
            "{'small_count':7,'big':5000000000,'rate':0.25,'flag':false,'choice':'first','text':'y'}");
    assertThat(OptionBinding.bind(Sample.class, node)).isEqualTo(expected);
    assertThat(OptionBinding.toJson(expected)).hasToString(node.toString());
    Map<String, String> typed =
        Map.of(
            "small_count",
            "7",
            "big",
            "5000000000",
            "rate",
            "0.25",
            "flag",
            "false",
            "choice",
            "first",
            "text",
            "y");
    assertThat(OptionBinding.bind(Sample.class, typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'small_count':0}|small_count = 0, expected in [1, 10]",
        "{'small_count':11}|small_count = 11, expected in [1, 10]",
        "{'small_count':'3'}|small_count = string, expected integer",
        "{'small_count':2.5}|small_count = number, expected integer",
        "{'small_count':99999999999999999999}|small_count = number, expected integer",
        "{'small_count':null}|small_count = null, expected integer",
        "{'rate':1.5}|rate = 1.5, expected in [0, 1]",
        "{'flag':'yes'}|flag = string, expected boolean",
        "{'choice':'third'}|choice = third, expected one of first, second",
        "{'nonsense':1}|nonsense = unknown option, expected one of small_count, big",
        "[]|options = not an object"
      })
  void saysWhichOptionIsWrongAndWhatWasExpected(String given, String message) throws Exception {
    JsonNode node = json(given);
    assertThatThrownBy(() -> OptionBinding.bind(Sample.class, node))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"small_count,many", "small_count,2.5", "rate,NaN", "flag,1", "big,1e3"})
  void refusesTextThatIsNoSuchValue(String name, String value) {
    assertThatThrownBy(() -> OptionBinding.bind(Sample.class, Map.of(name, value)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith(name + " = " + value + ", expected");
  }

  @Test
  void describesOptions() {
    assertThat(OptionBinding.describe(Sample.class))
        .extracting(OptionDescriptor::name, OptionDescriptor::type, OptionDescriptor::defaultsTo)
        .contains(
            org.assertj.core.groups.Tuple.tuple("small_count", "integer", "3"),
            org.assertj.core.groups.Tuple.tuple("rate", "number", "0.5"),
            org.assertj.core.groups.Tuple.tuple("flag", "boolean", "true"),
            org.assertj.core.groups.Tuple.tuple("choice", "choice", "second"),
            org.assertj.core.groups.Tuple.tuple("text", "string", "x"));
    OptionDescriptor sweeps = Synthesizers.describe(new GaussianCopulaSynthesizer()).get(0);
    assertThat(sweeps.name()).isEqualTo("sweeps");
    assertThat(sweeps.min()).hasValue(1);
  }
}
