package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.RunContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people send them, and as they should not. */
class TableReaderTest {

  private static final ReadLimits SMALL = new ReadLimits(1 << 20, 50, 1000, 5000, 2000);

  @TempDir Path folder;

  private Reading read(byte[] bytes, ReadLimits limits) {
    try {
      Path file = Files.write(folder.resolve("in.csv"), bytes);
      return TableReader.ingest(file, parquet(), limits, RunContext.quiet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Reading read(byte[] bytes) {
    return read(bytes, ReadLimits.defaults());
  }

  private Reading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path parquet() {
    return folder.resolve("out.parquet");
  }

  private List<List<String>> rows() {
    return CanonicalTable.preview(parquet(), 100_000).stream()
        .map(row -> row.stream().map(cell -> cell.orElse("∅")).toList())
        .toList();
  }

  private void refuses(byte[] bytes, ReadLimits limits, String code) throws IOException {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> read(bytes, limits));
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.getMessage()).isNotBlank();
    assertThat(problem.remedy()).isNotBlank();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  private void refuses(String text, String code) throws IOException {
    refuses(text.getBytes(StandardCharsets.UTF_8), ReadLimits.defaults(), code);
  }

  private static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(ReadWarning::code).toList();
  }

  @Test
  void readsACleanFileWithoutWarnings() {
    Reading reading = read("a,b\n1,x\n2,y\n");
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.dialect()).isEqualTo(Dialect.standard());
    assertThat(reading.columns()).containsExactly("a", "b");
    assertThat(rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
  }

  @ParameterizedTest
  @CsvSource({"LF,'\n'", "CRLF,'\r\n'", "CR,'\r'"})
  void readsEveryLineEnd(String name, String end) {
    Reading reading = read(String.join(end, "a,b", "1,x", "2,y", ""));
    assertThat(reading.dialect().lineEnd()).isEqualTo(name);
    assertThat(reading.warnings()).isEmpty();
    assertThat(rows()).hasSize(2);
  }

  @Test
  void countsMixedLineEndsAsOdd() {
    Reading reading = read("a,b\n1,x\r\n2,y\r3,z\n");
    assertThat(reading.rows()).isEqualTo(3);
    assertThat(codes(reading)).containsExactly("mixed-line-ends");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", ":", "^", " "})
  void findsTheDelimiter(String delimiter) {
    String text =
        IntStream.range(0, 20)
            .mapToObj(i -> String.join(delimiter, "" + i, "w" + i % 3, "" + i * 1.5))
            .collect(
                Collectors.joining("\n", String.join(delimiter, "n", "word", "x") + "\n", "\n"));
    Reading reading = read(text);
    assertThat(reading.dialect().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(reading.columns()).containsExactly("n", "word", "x");
    assertThat(reading.rows()).isEqualTo(20);
  }

  @Test
  void prefersSemicolonsOverDecimalCommas() {
    Reading reading = read("a;b\n1,5;2,5\n3,5;4,5\n");
    assertThat(reading.dialect().delimiter()).isEqualTo(';');
    assertThat(rows().getFirst()).containsExactly("1,5", "2,5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\n", "sep=;\r\n", "\"sep=;\"\r\n", "SEP=;\r"})
  void heedsALineThatNamesTheDelimiter(String line) {
    String end = line.replaceFirst("[^\r\n]*", "");
    Reading reading = read(line + String.join(end, "a,x;b", "1,5;2", "2,5;3", ""));
    assertThat(reading.dialect().delimiter()).isEqualTo(';');
    assertThat(reading.columns()).containsExactly("a,x", "b");
    assertThat(rows()).containsExactly(List.of("1,5", "2"), List.of("2,5", "3"));
    assertThat(codes(reading)).containsExactly("skipped-lines");
  }

  @Test
  void keepsQuotesLineEndsAndSpacesInsideFields() {
    read("a,b\n\" x, \"\"y\"\" \",\"two\r\nlines\"\n z ,\"\"\n");
    assertThat(rows()).containsExactly(List.of(" x, \"y\" ", "two\r\nlines"), List.of(" z ", "∅"));
  }

  @Test
  void readsSingleQuotesAndBackslashes() {
    read("a,b\n'x, y',1\n'z',2\n'q, r',3\n");
    assertThat(rows().getFirst()).containsExactly("x, y", "1");
    Reading reading = read("a,b\n\"x \\\"y\\\", z\",1\n\"p \\\"q\\\", r\",2\n");
    assertThat(reading.dialect().escape()).isEqualTo('\\');
    assertThat(rows().getFirst()).containsExactly("x \"y\", z", "1");
  }

  @Test
  void keepsTheOrderOfTheFile() {
    String text =
        IntStream.range(0, 300_000).mapToObj(i -> i + ",v").collect(Collectors.joining("\n"));
    Reading reading = read("n,x\n" + text + "\n");
    assertThat(reading.rows()).isEqualTo(300_000);
    List<Optional<String>> numbers =
        CanonicalTable.preview(parquet(), 300_000).stream().map(List::getFirst).toList();
    assertThat(IntStream.range(0, 300_000))
        .allMatch(i -> numbers.get(i).orElseThrow().equals(Integer.toString(i)));
  }

  @Test
  void mendsAndCountsRaggedRows() {
    Reading reading = read("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1\n1,2,3\n7,8,9\n");
    assertThat(reading.warnings())
        .extracting(ReadWarning::code, ReadWarning::row, ReadWarning::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ragged-rows", OptionalLong.of(2), 2L),
            org.assertj.core.groups.Tuple.tuple("ragged-rows", OptionalLong.of(3), 1L));
    assertThat(rows().get(3)).containsExactly("1", "∅", "∅");
    assertThat(rows()).hasSize(6);
  }

  @Test
  void namesColumnsOnce() {
    Reading reading = read("x,,x,x_2,x\n1,2,3,4,5\n");
    assertThat(reading.columns()).containsExactly("x", "column_2", "x_3", "x_2", "x_4");
    assertThat(reading.warnings())
        .extracting(ReadWarning::code, ReadWarning::column, ReadWarning::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("empty-header", OptionalInt.of(2), 1L),
            org.assertj.core.groups.Tuple.tuple("duplicate-header", OptionalInt.of(3), 2L));
  }

  @Test
  void takesAHeaderWithoutRows() {
    Reading reading = read("a,b,c\n");
    assertThat(reading.rows()).isZero();
    assertThat(codes(reading)).containsExactly("header-only");
    assertThat(rows()).isEmpty();
  }

  @Test
  void namesColumnsByPositionWhereThereIsNoHeader() {
    Reading reading = read("1,2.5,x\n2,3.5,y\n3,1.5,x\n");
    assertThat(reading.dialect().header()).isFalse();
    assertThat(reading.columns()).containsExactly("column_1", "column_2", "column_3");
    assertThat(reading.rows()).isEqualTo(3);
    assertThat(codes(reading)).containsExactly("no-header");
  }

  @Test
  void skipsLinesAboveTheTable() {
    Reading reading = read("Report of May\n\nin euros,,\nname,n,x\na,1,2\nb,3,4\nc,5,6\n");
    assertThat(reading.columns()).containsExactly("name", "n", "x");
    assertThat(reading.dialect().skippedLines()).isEqualTo(2);
    assertThat(codes(reading)).contains("skipped-lines");
    assertThat(reading.rows()).isEqualTo(3);
  }

  @Test
  void leavesOutBlankLinesAndCountsThem() {
    Reading reading = read("a,b\n1,2\n\n\n3,4\n,\n,\n");
    assertThat(reading.rows()).isEqualTo(2);
    assertThat(codes(reading)).containsExactlyInAnyOrder("blank-lines", "empty-rows");
  }

  @Test
  void keepsEmptyRowsBetweenOthers() {
    read("a,b\n1,2\n,\n3,4\n");
    assertThat(rows().get(1)).containsExactly("∅", "∅");
  }

  @Test
  void readsOneColumnWithMissingValues() {
    Reading reading = read("x\n1\n\n3\n");
    assertThat(reading.columns()).containsExactly("x");
    assertThat(rows()).containsExactly(List.of("1"), List.of("∅"), List.of("3"));
  }

  @Test
  void readsOneRow() {
    assertThat(read("name,n\na,1\n").rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void readsByteOrderMarks(String charset) {
    Reading reading = read("\uFEFFname,n\nZoë,1\nJürgen,2\n".getBytes(Charset.forName(charset)));
    assertThat(reading.columns()).containsExactly("name", "n");
    assertThat(reading.dialect().charset()).isEqualTo(charset);
    assertThat(rows().getFirst()).containsExactly("Zoë", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1252"})
  void guessesAndSaysSo(String charset) {
    String line = "Müller,straße nähe Köln,1\nGröß,daß für ältere Häuser,2\n";
    Reading reading = read(("name,text,n\n" + line.repeat(20)).getBytes(Charset.forName(charset)));
    assertThat(reading.dialect().charset()).isEqualTo(charset);
    assertThat(codes(reading)).containsExactly("odd-charset");
    assertThat(rows().getFirst()).containsExactly("Müller", "straße nähe Köln", "1");
  }

  @Test
  void replacesAFewBrokenBytesInUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("a,b\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Zoë,1\n".repeat(30).getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {'x', (byte) 0xFF, 'y', ',', '2', '\n'});
    Reading reading = read(bytes.toByteArray());
    assertThat(reading.dialect().charset()).isEqualTo("UTF-8");
    assertThat(codes(reading)).containsExactly("invalid-bytes");
    assertThat(rows().getLast()).containsExactly("x\uFFFDy", "2");
  }

  @Test
  void replacesStrayNulBytes() {
    Reading reading = read("a,b\nx\0y,1\nz,2\n");
    assertThat(codes(reading)).containsExactly("invalid-bytes");
    assertThat(rows().getFirst()).containsExactly("x\uFFFDy", "1");
  }

  @Test
  void readsOnWhereAQuoteIsNeverClosed() {
    Reading reading = read("a,b\n1,x\n2,\"y\n3,z\n4,w\n");
    assertThat(reading.rows()).isEqualTo(4);
    assertThat(codes(reading)).contains("unclosed-quote");
    assertThat(rows().get(1)).containsExactly("2", "\"y");
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000000d,binary-file",
    "1f8b0800000000000003,damaged-file",
    "504b030414000000,damaged-file",
    "504b0506000000000000,binary-file",
    "255044462d312e37,binary-file",
    "50415231150415,damaged-file",
    "5041524531150415,binary-file",
    "d0cf11e0a1b11ae1,binary-file",
    "0001020304050607080900010203040506070809,binary-file"
  })
  void refusesBinaryFiles(String hex, String code) throws IOException {
    refuses(HexFormat.of().parseHex(hex), ReadLimits.defaults(), code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "   \n \n", "\uFEFF"})
  void refusesFilesWithoutText(String text) throws IOException {
    refuses(text, "empty-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!DOCTYPE html><html></html>", "<?xml version='1.0'?><a/>", "[]", "[{}]", "{}"})
  void refusesOtherText(String text) throws IOException {
    refuses(text, "not-a-table");
  }

  @Test
  void refusesTooManyColumns() throws IOException {
    String header =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    refuses(header + "\n" + header + "\n", "too-many-columns");
    refuses(",".repeat(1_000_000), "too-many-columns");
    refuses("a,b\n1,2\n" + ",".repeat(1_000_000) + "x", "too-many-columns");
  }

  @Test
  void refusesWhatIsOverALimit() throws IOException {
    byte[] large = "a,b\n".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    refuses(large, SMALL, "file-too-large");
    refuses(
        ("x".repeat(1100) + ",b\n1,2\n").getBytes(StandardCharsets.UTF_8),
        SMALL,
        "header-too-large");
    refuses(
        ("a,b\n" + "x".repeat(2100) + ",2\n").getBytes(StandardCharsets.UTF_8),
        SMALL,
        "field-too-large");
    String wide =
        IntStream.range(0, 4).mapToObj(i -> "y".repeat(1500)).collect(Collectors.joining(","));
    refuses(
        ("a,b,c,d\n" + wide + "\n").getBytes(StandardCharsets.UTF_8), SMALL, "record-too-large");
    refuses(
        ("a,b\n1,\"" + "x\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8),
        SMALL,
        "field-too-large");
  }

  @Test
  void holdsTheWidestTableThatIsAllowed() {
    String header =
        IntStream.range(0, 4096).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 4096).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    Reading reading = read(header + "\n" + (row + "\n").repeat(10));
    assertThat(reading.columns()).hasSize(4096);
    assertThat(reading.rows()).isEqualTo(10);
  }

  @Test
  void neverPutsAValueIntoAMessage() {
    assertThatThrownBy(
            () ->
                read(
                    ("secret-name,b\n" + "secret-cell".repeat(600) + ",2\n")
                        .getBytes(StandardCharsets.UTF_8),
                    SMALL))
        .hasMessageNotContaining("secret");
  }

  @Test
  void stopsWhenCancelledAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "a,b\n" + "1,2\n".repeat(50_000));
    AtomicInteger asked = new AtomicInteger();
    RunContext run = RunContext.quiet().withCancellation(() -> asked.incrementAndGet() > 3);
    assertThatThrownBy(() -> TableReader.ingest(file, parquet(), ReadLimits.defaults(), run))
        .isInstanceOf(CancelledException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void reportsProgressThatNeverFalls() throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "a,b\n" + "1,2\n".repeat(50_000));
    List<Double> heard = new ArrayList<>();
    RunContext run =
        RunContext.quiet()
            .withProgress(
                (stage, done) -> {
                  if (stage.equals("read")) {
                    heard.add(done);
                  }
                });
    TableReader.ingest(file, parquet(), ReadLimits.defaults(), run);
    assertThat(heard).isSorted().endsWith(1.0);
  }
}
