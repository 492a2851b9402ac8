package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.table.TableJson;
import dev.likeness.table.options.InvalidOptionException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings and options as they lie on disk and come over the wire. */
class ReadingTest {

  private static ReadOptions options(String json) throws IOException {
    return TableJson.mapper().readValue(json, ReadOptions.class);
  }

  @Test
  void comesBackFromJsonAsItWas() throws IOException {
    Reading reading =
        new Reading(
            Dialect.standard(),
            List.of("a", "b"),
            3,
            List.of(
                new ReadWarning(
                    "ragged-rows", "1 row.", OptionalInt.empty(), OptionalLong.of(2), 1)),
            new Origin(
                "xlsx", "zip", Optional.of("x.xlsx"), Optional.of("May"), List.of("May", "June")),
            options("{\"decimal\": \",\", \"missing_tokens\": [\"?\"], \"sheet\": \"May\"}"));
    String json = TableJson.mapper().writeValueAsString(reading);
    assertThat(TableJson.mapper().readValue(json, Reading.class)).isEqualTo(reading);
    assertThat(json).doesNotContain("overridden");
    assertThat(reading.overridden()).containsExactly("sheet", "decimal", "missing_tokens");
  }

  @Test
  void readsWhatTheFirstVersionWrote() throws IOException {
    String json =
        "{\"dialect\":{\"charset\":\"UTF-8\",\"delimiter\":\";\",\"quote\":\"\\\"\",\"escape\":"
            + "\"\\\"\",\"header\":true,\"skipped_lines\":0,\"line_end\":\"LF\"},\"columns\":[\"a\"],"
            + "\"rows\":2,\"warnings\":[]}";
    Reading reading = TableJson.mapper().readValue(json, Reading.class);
    assertThat(reading.origin()).isEqualTo(Origin.of("csv"));
    assertThat(reading.options()).isEqualTo(ReadOptions.none());
    assertThat(reading.decimal()).isEmpty();
    assertThat(reading.missingTokens()).isEmpty();
    assertThat(reading.overridden()).isEmpty();
    assertThat(reading.dialect().delimiter()).isEqualTo(';');
  }

  @Test
  void takesOptionsThatAreAbsentOrNull() throws IOException {
    assertThat(options("{}")).isEqualTo(ReadOptions.none());
    assertThat(options("{\"charset\": null}")).isEqualTo(ReadOptions.none());
  }

  @Test
  void knowsOtherNamesOfCharacterSets() throws IOException {
    assertThat(options("{\"charset\": \"macintosh\"}").charset()).contains("x-MacRoman");
    assertThat(options("{\"charset\": \"latin1\"}").charset()).contains("ISO-8859-1");
    assertThat(options("{\"delimiter\": \"tab\"}").delimiter()).contains("\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"charset\": \"klingon\"}",
        "{\"delimiter\": \"ab\"}",
        "{\"delimiter\": \"\\\"\"}",
        "{\"quote\": \"ab\"}",
        "{\"escape\": \"\"}",
        "{\"skipped_lines\": -1}",
        "{\"sheet\": \"\"}",
        "{\"decimal\": \"x\"}",
        "{\"delimiter\": \"'\", \"quote\": \"'\"}"
      })
  void refusesOptionsOutOfTheirRange(String json) {
    assertThatThrownBy(() -> options(json)).hasRootCauseInstanceOf(InvalidOptionException.class);
  }
}
