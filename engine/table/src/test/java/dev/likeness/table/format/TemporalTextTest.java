package dev.likeness.table.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalTextTest {

  private static TemporalText text(String pattern, ChronoUnit unit) {
    return TemporalText.of(new TemporalFormat(pattern, unit, "NA"));
  }

  private static String write(TemporalText text, long value) {
    TextBuffer out = new TextBuffer(1);
    text.write(value, out);
    return out.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Oracle: java.time. */
  @Test
  void agreesWithJavaTimeFromTheYearOneOn() {
    TemporalText text = text("uuuu-MM-dd", ChronoUnit.DAYS);
    for (long day = LocalDate.of(1, 1, 1).toEpochDay(); day < 100_000; day += 37) {
      String expected = LocalDate.ofEpochDay(day).toString();
      assertThat(text.parse(expected)).isEqualTo(day);
      assertThat(write(text, day)).isEqualTo(expected);
    }
  }

  /** Oracle: java.time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd'T'HH:mm:ss'Z'",
        "dd.MM.uuuu HH:mm",
        "M/d/uuuu h:mm:ss a",
        "d MMM uuuu HH:mm:ss",
        "EEE, dd MMM uuuu HH:mm:ss",
        "MMMM d, uuuu HH:mm:ss",
        "uuuuMMdd HH:mm:ss"
      })
  void agreesWithJavaTimeOnPatterns(String pattern) {
    DateTimeFormatter java = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    TemporalText text = text(pattern, ChronoUnit.MINUTES);
    for (long minute = -50_000_000; minute < 50_000_000; minute += 777_777) {
      LocalDateTime moment = LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC);
      String expected = java.format(moment);
      assertThat(text.parse(expected)).isEqualTo(minute);
      assertThat(text.parse(bytes(expected))).isEqualTo(minute);
      assertThat(text.parse(bytes(" " + expected))).isEqualTo(minute);
      assertThat(write(text, minute)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "uuuu-MM-dd,2023-02-29", "uuuu-MM-dd,2023-13-01", "uuuu-MM-dd,2023-1-01", "HH:mm,24:00",
    "uuuu-MM-dd,2023-01-01x", "dd/MM/uuuu,31/04/2020", "h:mm a,13:00 PM", "d MMM uuuu,1 Foo 2020"
  })
  void readsNoMomentWhereThereIsNone(String pattern, String cell) {
    TemporalText text = text(pattern, ChronoUnit.NANOS);
    assertThat(text.parse(cell)).isEqualTo(TemporalColumn.MISSING);
    assertThat(text.parse(bytes(cell))).isEqualTo(TemporalColumn.MISSING);
  }

  @ParameterizedTest
  @CsvSource({"07/10/83,1983-07-10", "01/02/30,1930-01-02", "12/31/29,2029-12-31"})
  void takesTwoDigitYearsFrom1930To2029(String cell, LocalDate expected) {
    assertThat(text("MM/dd/uu", ChronoUnit.DAYS).parse(cell)).isEqualTo(expected.toEpochDay());
  }

  @Test
  void readsFractionsOfSeconds() {
    TemporalText text = text("uuuu-MM-dd HH:mm:ss.SSS", ChronoUnit.MILLIS);
    assertThat(text.parse("1969-12-31 23:59:59.750")).isEqualTo(-250);
    assertThat(write(text, -250)).isEqualTo("1969-12-31 23:59:59.750");
  }

  @Test
  void writesTheMissingToken() {
    assertThat(write(text("uuuu", ChronoUnit.DAYS), TemporalColumn.MISSING)).isEqualTo("NA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yyyy-MM-dd", "uuuuu", "dd 'of", "QQ"})
  void refusesLettersItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> text(pattern, ChronoUnit.DAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-01-31|uuuu-MM-dd",
        "31.12.1899|dd.MM.uuuu",
        "13/01/2020|dd/MM/uuuu",
        "01/13/2020|MM/dd/uuuu",
        "02 May 2020|dd MMM uuuu",
        "2016-02-03T07:55:29Z|uuuu-MM-dd'T'HH:mm:ss'Z'",
        "2016-02-03 07:55:29+01:00|uuuu-MM-dd HH:mm:ss+01:00",
        "7:05 PM|h:mm a",
        "18:30|HH:mm",
        "20200131|uuuuMMdd"
      })
  void proposesPatterns(String cell, String pattern) {
    assertThat(TemporalPatterns.of(List.of(cell)).getFirst().pattern()).isEqualTo(pattern);
  }
}
