package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON objects as rows. */
class JsonLinesFormatTest {

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1, \"b\": \"x\"}\n{\"b\": \"y\", \"a\": 2.50}\n",
        "[{\"a\": 1, \"b\": \"x\"}, {\"b\": \"y\", \"a\": 2.50}]",
        "{\n \"a\": 1,\n \"b\": \"x\"\n}\r\n\r\n{\"b\": \"y\", \"a\": 2.50}",
        "\uFEFF  {\"a\": 1, \"b\": \"x\"} {\"b\": \"y\", \"a\": 2.50}"
      })
  void readsLinesArraysAndSequences(String text) {
    Reading reading = bench.read(text);
    assertThat(reading.origin().format()).isEqualTo("jsonl");
    assertThat(reading.columns()).containsExactly("a", "b");
    assertThat(reading.rows()).isEqualTo(2);
    assertThat(reading.warnings()).isEmpty();
    assertThat(bench.rows()).containsExactly(List.of("1", "x"), List.of("2.50", "y"));
  }

  @Test
  void gathersTheFieldsOfAllObjects() {
    Reading reading = bench.read("{\"a\":null,\"b\":true}\n{\"c\":\"\"}\n{\"a\":1e5,\"c\":NaN}\n");
    assertThat(reading.columns()).containsExactly("a", "b", "c");
    assertThat(bench.rows())
        .containsExactly(
            List.of("∅", "true", "∅"), List.of("∅", "∅", "∅"), List.of("1e5", "∅", "NaN"));
  }

  @Test
  void keepsNestedValuesAsJsonAndCountsThem() {
    Reading reading = bench.read("{\"a\":1,\"b\":{\"x\":[1, 2]}}\n{\"a\":2,\"b\":[\"q\\\"\"]}\n");
    assertThat(bench.rows().getFirst()).containsExactly("1", "{\"x\":[1,2]}");
    assertThat(bench.rows().getLast()).containsExactly("2", "[\"q\\\"\"]");
    assertThat(reading.warnings())
        .extracting(ReadWarning::code, ReadWarning::column, ReadWarning::row, ReadWarning::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "nested-values", OptionalInt.of(2), OptionalLong.of(1), 2L));
  }

  @Test
  void takesTheLastOfAFieldThatComesTwice() {
    Reading reading = bench.read("{\"a\":1,\"a\":2}\n");
    assertThat(codes(reading)).containsExactly("repeated-fields");
    assertThat(bench.rows()).containsExactly(List.of("2"));
  }

  @Test
  void readsUtf16() {
    bench.read("{\"name\": \"Zoë\"}\n".getBytes(StandardCharsets.UTF_16));
    assertThat(bench.rows()).containsExactly(List.of("Zoë"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}\n{\"a\": secret}\n",
        "{\"a\": 1}\n{\"a\": 2",
        "[{\"a\": 1}, {\"a\": 2}",
        "{\"a\": 1}\n{\"secret\"}\n",
        "{\"a\": \"b\u0001\"}"
      })
  void saysWhereMalformedJsonStands(String text) {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(text));
    assertThat(problem.code()).isEqualTo("invalid-json");
    assertThat(problem).hasMessageContaining("line").hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": 1}\n[2]\n", "[{\"a\": 1}, 2]", "{\"a\": 1} \"x\""})
  void refusesValuesThatAreNoObjects(String text) {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(text));
    assertThat(problem.code()).isEqualTo("not-a-table");
  }

  @Test
  void refusesTooManyFields() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append("{\"f").append(i).append("\": 1}\n");
    }
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(text.toString()));
    assertThat(problem.code()).isEqualTo("too-many-columns");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    String text = "{\"a\": \"" + "x".repeat(2 << 20) + "\"}";
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(text));
    assertThat(problem.code()).isEqualTo("field-too-large");
  }
}
