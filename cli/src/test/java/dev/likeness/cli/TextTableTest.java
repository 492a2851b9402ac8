package dev.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static final List<TextTable.Heading> HEADINGS =
      List.of(
          new TextTable.Heading("#", true, TextTable.NEEDED),
          new TextTable.Heading("column", false, TextTable.NEEDED),
          new TextTable.Heading("kind", false, 1),
          new TextTable.Heading("distinct", true, 0),
          new TextTable.Heading("missing", true, 2),
          new TextTable.Heading("why", false, TextTable.NEEDED));
  private static final String NAME = "a name that is longer than any terminal wants";

  private static TextTable table(int width) {
    return new TextTable(
        HEADINGS,
        1,
        List.of(
            List.of("1", NAME, "identifier", "1234", "", "because of what stands in its cells"),
            List.of("2", "顧客の名前と住所と電話番号と電子メール", "text", "7", "", "so")),
        width);
  }

  private static List<String> lines(int width) {
    StringBuilder out = new StringBuilder();
    table(width).write(out, row -> {});
    return out.toString().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 27, 40, 60, 80, 120, 200})
  void noLineIsWiderThanTheTerminal(int width) {
    assertThat(lines(width)).hasSize(3);
    assertThat(lines(width))
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(width));
  }

  @Test
  void cutsNamesBeforeItLeavesAColumnOut() {
    assertThat(lines(41).getFirst()).contains("kind", "distinct").doesNotContain("why");
    assertThat(lines(41).get(1)).contains("a name that is …").contains("identifier");
  }

  @Test
  void leavesOutTheLeastValuableColumnFirst() {
    assertThat(lines(34).getFirst()).contains("kind").doesNotContain("distinct");
    assertThat(table(34).leftOut()).containsExactly("distinct", "why");
    assertThat(lines(20).getFirst()).contains("#", "column").doesNotContain("kind");
  }

  @Test
  void showsNoColumnInWhichNothingStands() {
    assertThat(lines(200).getFirst()).doesNotContain("missing");
    assertThat(table(200).leftOut()).isEmpty();
  }

  @Test
  void alignsWhatFollowsAWideName() {
    List<String> lines = lines(120);
    String first = lines.get(1).substring(0, lines.get(1).indexOf("identifier"));
    String second = lines.get(2).substring(0, lines.get(2).indexOf("text"));
    assertThat(TerminalText.width(second)).isEqualTo(TerminalText.width(first));
  }

  @Test
  void wrapsParagraphsWithoutLosingAWord() {
    String text = "The 4 quasi-identifiers together single out 10,000 of 10,000 rows; k = 1.";
    String wrapped = TerminalText.wrapped(text, 30, "  ", "    ");
    assertThat(wrapped.lines()).allMatch(line -> TerminalText.width(line) <= 30);
    assertThat(wrapped.strip().replaceAll("\\s+", " ")).isEqualTo(text);
    assertThat(wrapped.lines().skip(1)).allMatch(line -> line.startsWith("    "));
  }
}
