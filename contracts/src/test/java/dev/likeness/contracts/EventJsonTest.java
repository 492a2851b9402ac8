package dev.likeness.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the contract: a change that breaks them breaks readers out there. */
class EventJsonTest {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  static List<Event> examples() {
    return Examples.all();
  }

  @Test
  void everyPermittedEventHasAnExampleAndSoAGoldenFile() {
    Stream<Class<?>> shown = Examples.all().stream().map(Object::getClass);
    assertThat(shown).containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesExactlyItsGolden(Event event) throws IOException {
    assertThat(EventJson.write(event)).isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsItsGolden(Event event) throws IOException {
    assertThat(EventJson.read(golden(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void ignoresPropertiesOfALaterVersion(Event event) throws IOException {
    ObjectNode later = (ObjectNode) PLAIN.readTree(golden(event));
    later.put("invented_later", 7);
    ((ObjectNode) later.get("header")).putObject("trace").put("id", "x");
    assertThat(EventJson.read(later.toString())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fillsInPropertiesThatAnEarlierVersionDidNotHave(Event event) throws IOException {
    ObjectNode earlier = (ObjectNode) PLAIN.readTree(golden(event));
    ((ObjectNode) earlier.get("header")).remove(List.of("tenant", "project"));
    earlier.remove("version");
    assertThat(EventJson.read(earlier.toString())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesAnEventWithoutItsHeaderOrItsId(Event event) throws IOException {
    String aggregate = PLAIN.readTree(golden(event)).has("job_id") ? "job_id" : "dataset_id";
    for (String needed : List.of("header", aggregate)) {
      ObjectNode broken = (ObjectNode) PLAIN.readTree(golden(event));
      broken.remove(needed);
      assertThatThrownBy(() -> EventJson.read(broken.toString()))
          .isInstanceOf(UnreadableEventException.class)
          .extracting(e -> ((UnreadableEventException) e).code())
          .isEqualTo(UnreadableEventException.WRONG_SHAPE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "malformed-json|{\"type\":",
        "malformed-json|Ann Miller",
        "unknown-type|{}",
        "unknown-type|{\"type\":\"DatasetForgotten\"}",
        "wrong-shape|{\"type\":\"GenerationCancelled\",\"header\":\"Ann Miller\"}",
        "wrong-shape|null",
      })
  void refusesOtherTextsWithACodeAndWithoutRepeatingThem(String code, String text) {
    assertThatThrownBy(() -> EventJson.read(text))
        .isInstanceOf(UnreadableEventException.class)
        .hasNoCause()
        .hasMessage("event cannot be read: " + code);
  }

  @Test
  void topicsAndKeysAreNoPartOfTheJson() {
    for (Event event : Examples.all()) {
      assertThat(EventJson.write(event)).doesNotContain("topic", "aggregate");
      assertThat(event.aggregateId()).isNotNull();
      assertThat(event.topic()).endsWith(".events");
    }
  }

  private static String golden(Event event) throws IOException {
    String name = "/golden/" + event.getClass().getSimpleName() + ".json";
    try (InputStream in = EventJsonTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return oneLine(new String(in.readAllBytes(), UTF_8));
    }
  }

  /** Golden files are indented for people; no string in them holds a line break or double space. */
  private static String oneLine(String indented) {
    return String.join("", Arrays.stream(indented.split("\n")).map(String::strip).toList())
        .replace("\": ", "\":")
        .replace("\", \"", "\",\"");
  }
}
