package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static dev.likeness.table.io.ReadBench.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say about a file holds against what would be detected. */
class ReadOptionsTest {

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  @Test
  void readsWithTheDelimiterThatIsNamed() {
    Reading reading = bench.read("a,b;c\n1,2;3\n", options("{'delimiter': ';'}"));
    assertThat(reading.columns()).containsExactly("a,b", "c");
    assertThat(reading.overridden()).containsExactly("delimiter");
    assertThat(bench.rows()).containsExactly(List.of("1,2", "3"));
  }

  @Test
  void readsWithoutQuotesIfToldSo() {
    bench.read("a,b\n\"x,1\n\"y\",2\n", options("{'quote': ''}"));
    assertThat(bench.rows()).containsExactly(List.of("\"x", "1"), List.of("\"y\"", "2"));
  }

  @Test
  void readsWithAnotherQuoteAndEscape() {
    bench.read("a,b\n~x^~,y~,1\n~z~,2\n", options("{'quote': '~', 'escape': '^'}"));
    assertThat(bench.rows()).containsExactly(List.of("x~,y", "1"), List.of("z", "2"));
  }

  @Test
  void takesTheFirstRowForDataOrForNames() {
    assertThat(bench.read("a,b\nc,d\n", options("{'header': false}")).columns())
        .containsExactly("column_1", "column_2");
    assertThat(bench.rows()).hasSize(2);
    assertThat(bench.read("1,2\n3,4\n", options("{'header': true}")).columns())
        .containsExactly("1", "2");
    assertThat(bench.rows()).containsExactly(List.of("3", "4"));
  }

  @Test
  void skipsAsManyLinesAsItIsTold() {
    Reading reading = bench.read("x,y\n1,2\nn,m\n5,6\n", options("{'skipped_lines': 2}"));
    assertThat(reading.columns()).containsExactly("n", "m");
    assertThat(reading.dialect().skippedLines()).isEqualTo(2);
    assertThat(bench.rows()).containsExactly(List.of("5", "6"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-MacRoman", "windows-1250", "UTF-16LE", "ISO-8859-15", "IBM850"})
  void readsInTheCharacterSetThatIsNamed(String charset) {
    byte[] bytes = "name,n\nMüller,1\n".getBytes(Charset.forName(charset));
    Reading reading = bench.read(bytes, options("{'charset': '" + charset + "'}"));
    assertThat(bench.rows()).containsExactly(List.of("Müller", "1"));
    assertThat(reading.dialect().charset()).isEqualTo(charset);
    assertThat(codes(reading)).doesNotContain("odd-charset");
  }

  @Test
  void leavesTheByteOrderMarkOutWhenTheCharacterSetIsNamed() {
    byte[] bytes = "\uFEFFname,n\nx,1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(bench.read(bytes, options("{'charset': 'utf-8'}")).columns())
        .containsExactly("name", "n");
  }

  @Test
  void keepsMissingTokensAsTheyStoodAndPassesThemOn() {
    Reading reading =
        bench.read("a,b\n?,2\n3,4\n", options("{'missing_tokens': ['?'], 'decimal': ','}"));
    assertThat(bench.rows().getFirst()).containsExactly("?", "2");
    assertThat(reading.missingTokens()).containsExactly("?");
    assertThat(reading.decimal()).contains(',');
  }

  @Test
  void readsColumnsThatBlanksLineUp() {
    String text =
        """
          id   name     score
           1   Ann       3.5
          22   Bob      12.25
         333   Charles   0.5
        """;
    Reading reading = bench.read(text);
    assertThat(reading.columns()).containsExactly("id", "name", "score");
    assertThat(reading.dialect().delimiterText()).isEqualTo("  ");
    assertThat(bench.rows())
        .containsExactly(
            List.of("1", "Ann", "3.5"),
            List.of("22", "Bob", "12.25"),
            List.of("333", "Charles", "0.5"));
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void takesABlankForPartOfTheDelimiterWhereQuotesStandBehindIt() {
    Reading reading = bench.read("a, b, c\n1, \"x, y\", z\n2, \"w\", v\n");
    assertThat(reading.dialect().delimiterText()).isEqualTo(", ");
    assertThat(reading.columns()).containsExactly("a", "b", "c");
    assertThat(bench.rows()).containsExactly(List.of("1", "x, y", "z"), List.of("2", "w", "v"));
  }

  @Test
  void keepsBlanksBehindTheDelimiterWhereNothingSpeaksAgainstIt() {
    assertThat(bench.read("a, b\n1, x\n2, y\n").columns()).containsExactly("a", " b");
    assertThat(bench.rows().getFirst()).containsExactly("1", " x");
  }

  @Test
  void previewsTheFirstRowsAndLeavesNothingBehind() throws Exception {
    Path file = bench.write("a;b\n1;2\n3;4\n5;6\n".getBytes());
    Path scratch = folder.resolve("scratch");
    TableReader.Peek peek =
        TableReader.peek(
            file,
            options("{'header': false}"),
            ReadLimits.defaults(),
            2,
            scratch,
            RunContext.quiet());
    assertThat(peek.reading().columns()).containsExactly("column_1", "column_2");
    assertThat(peek.reading().dialect().delimiter()).isEqualTo(';');
    assertThat(peek.rows()).hasSize(2);
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }
}
