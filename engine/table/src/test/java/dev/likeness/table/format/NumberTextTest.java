package dev.likeness.table.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  private static String write(double value, NumberFormat format) {
    TextBuffer out = new TextBuffer(1);
    NumberText.of(format).write(value, out);
    return out.toString();
  }

  private static NumberFormat format(
      int decimals, int least, char mark, String group, int digits, String prefix, String suffix) {
    Optional<Character> grouping =
        group.isEmpty() ? Optional.empty() : Optional.of(group.charAt(0));
    return new NumberFormat(decimals, least, mark, grouping, digits, prefix, suffix, "NA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42|0|0|.||1|''|''|42",
        "1.50|2|2|.||1|''|''|1.5",
        "2.0|3|1|.||1|''|''|2",
        "0.125|3|1|.||1|''|''|0.125",
        "-0,5|1|0|,||1|''|''|-0.5",
        "1.234.567,80|2|2|,|.|1|''|''|1234567.8",
        "007|0|0|.||3|''|''|7",
        ".28|2|2|.||0|''|''|0.28",
        "-$1,234.50|2|2|.|,|1|$|''|-1234.5",
        "12 %|0|0|.||1|''|' %'|12",
        "100|0|0|.|,|1|''|''|100",
        "9007199254740991|0|0|.||1|''|''|9007199254740991",
        "0.1234567890123|13|0|.||1|''|''|0.1234567890123",
      })
  void writesWhatItReads(
      String text,
      int decimals,
      int least,
      char mark,
      String group,
      int digits,
      String prefix,
      String suffix,
      double value) {
    NumberFormat format =
        format(decimals, least, mark, group == null ? "" : group, digits, prefix, suffix);
    assertThat(NumberText.of(format).parse(text)).isEqualTo(value);
    assertThat(write(value, format)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+", ".", "1.2.3", "1,2", "abc", "1e", "1e+", "0x1F", "NaN", "1_000", "--1", "1-",
        "1 2", "١٢"
      })
  void readsNoNumberWhereThereIsNone(String text) {
    assertThat(NumberText.of(NumberFormat.plain(2)).parse(text)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "1e3,1000",
    "-1.5E-3,-0.0015",
    "+7,7",
    "' 8 ',8",
    "1e400,NaN",
    "1e-400,0",
    "123456789012345678901234567890,1.2345678901234568E29"
  })
  void readsLikeJava(String text, double value) {
    assertThat(Double.valueOf(NumberText.of(NumberFormat.plain(0)).parse(text)))
        .isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "12,34,567", ",123", "1,2345", "1234,567"})
  void refusesGroupsThatAreNotOfThree(String text) {
    NumberFormat format = format(0, 0, '.', ",", 1, "", "");
    assertThat(NumberText.of(format).parse(text)).isNaN();
  }

  @Test
  void writesNoNegativeZero() {
    assertThat(write(-0.0, NumberFormat.plain(0))).isEqualTo("0");
    assertThat(write(-0.001, NumberFormat.plain(2))).isEqualTo("0");
  }

  @Test
  void writesTheMissingToken() {
    assertThat(write(Double.NaN, format(0, 0, '.', "", 1, "", ""))).isEqualTo("NA");
  }

  /** Oracle: BigDecimal. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 10, 15})
  void agreesWithBigDecimal(int decimals) {
    CounterRandom random = CounterRandom.of(7).derive(decimals);
    NumberFormat format = format(decimals, decimals, '.', "", 1, "", "");
    NumberText text = NumberText.of(format);
    for (int i = 0; i < 20_000; i++) {
      double scale = Math.pow(10, random.below(12, i, 1));
      String shown =
          new BigDecimal((random.uniform(i, 0) - 0.5) * scale)
              .setScale(decimals, RoundingMode.HALF_EVEN)
              .toPlainString();
      double value = Double.parseDouble(shown);
      assertThat(text.parse(shown)).isEqualTo(value);
      if (shown.replaceAll("\\D|^-?0\\.0*", "").length() <= 15 && value != 0) {
        assertThat(write(value, format)).isEqualTo(shown);
      }
    }
  }
}
