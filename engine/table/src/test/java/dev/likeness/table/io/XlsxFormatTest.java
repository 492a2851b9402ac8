package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static dev.likeness.table.io.ReadBench.options;
import static dev.likeness.table.io.ReadBench.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, written by another library or by hand. */
class XlsxFormatTest {

  private static final String BOOK =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
          + "</workbook>";
  private static final String RELATIONS =
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>";

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  /** Fills a workbook. */
  private interface Filling {
    void into(org.dhatim.fastexcel.Workbook book) throws IOException;
  }

  private static byte[] workbook(Filling filling) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook book =
        new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
      filling.into(book);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] table(Filling filling) {
    return workbook(filling);
  }

  private static byte[] byHand(String sheetData) {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "xl/workbook.xml",
        BOOK,
        "xl/_rels/workbook.xml.rels",
        RELATIONS,
        "xl/sharedStrings.xml",
        "<sst><si><t>a</t></si><si><r><t>b </t></r><r><t>&amp;c_x000D_</t></r>"
            + "<rPh><t>no</t></rPh></si></sst>",
        "xl/worksheets/s.xml",
        "<?xml version=\"1.0\"?><!-- x > y --><worksheet><sheetData>"
            + sheetData
            + "</sheetData></worksheet>");
  }

  private String refusal(byte[] bytes) {
    UnreadableTableException problem =
        catchThrowableOfType(UnreadableTableException.class, () -> bench.read(bytes));
    assertThat(problem).isNotNull();
    assertThat(bench.parquet()).doesNotExist();
    return problem.code();
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (cells[i]) {
        case String text -> sheet.value(row, i, text);
        case Number number -> sheet.value(row, i, number);
        case Boolean flag -> sheet.value(row, i, flag);
        case LocalDate date -> {
          sheet.value(row, i, date);
          sheet.style(row, i).format("yyyy-mm-dd").set();
        }
        case LocalDateTime at -> {
          sheet.value(row, i, at);
          sheet.style(row, i).format("dd/mm/yyyy hh:mm").set();
        }
        default -> throw new IllegalArgumentException();
      }
    }
  }

  @Test
  void readsTextsNumbersDatesAndFlags() {
    Reading reading =
        bench.read(
            table(
                book -> {
                  Worksheet sheet = book.newWorksheet("People");
                  row(sheet, 0, "name", "n", "x", "born", "seen", "ok");
                  row(
                      sheet,
                      1,
                      "Zoë <&> \"q\"",
                      12345678901L,
                      0.1 + 0.2,
                      LocalDate.of(1900, 2, 28),
                      LocalDateTime.of(2024, 2, 29, 13, 45),
                      true);
                  row(
                      sheet,
                      2,
                      "two\nlines",
                      -3,
                      1e-7,
                      LocalDate.of(1985, 12, 31),
                      LocalDateTime.of(1999, 1, 1, 0, 0),
                      false);
                }));
    assertThat(reading.origin())
        .isEqualTo(
            new Origin(
                "xlsx",
                "none",
                java.util.Optional.empty(),
                java.util.Optional.of("People"),
                List.of("People")));
    assertThat(reading.columns()).containsExactly("name", "n", "x", "born", "seen", "ok");
    assertThat(reading.warnings()).isEmpty();
    assertThat(bench.rows())
        .containsExactly(
            List.of(
                "Zoë <&> \"q\"", "12345678901", "0.3", "1900-02-28", "2024-02-29 13:45:00", "TRUE"),
            List.of("two\nlines", "-3", "0.0000001", "1985-12-31", "1999-01-01 00:00:00", "FALSE"));
  }

  @Test
  void takesTheFirstVisibleSheetThatHasCells() {
    byte[] bytes =
        workbook(
            book -> {
              Worksheet hidden = book.newWorksheet("Secrets");
              row(hidden, 0, "key", "value");
              row(hidden, 1, "k", 1);
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              book.newWorksheet("Empty");
              Worksheet data = book.newWorksheet("Data");
              row(data, 0, "a", "b");
              row(data, 1, 1, 2);
            });
    Reading reading = bench.read(bytes);
    assertThat(reading.origin().sheet()).contains("Data");
    assertThat(reading.origin().sheets()).containsExactly("Empty", "Data");
    assertThat(codes(reading)).containsExactly("other-sheets", "hidden-sheets");
    assertThat(bench.read(bytes, options("{'sheet': 'Secrets'}")).columns())
        .containsExactly("key", "value");
    UnreadableTableException problem =
        catchThrowableOfType(
            UnreadableTableException.class,
            () -> bench.read(bytes, options("{'sheet': 'Nowhere'}")));
    assertThat(problem.code()).isEqualTo("sheet-not-found");
    assertThat(problem.remedy()).contains("Data").doesNotContain("Secrets");
  }

  @Test
  void skipsTitlesAboveTheTableAndFillsShortRows() {
    Reading reading =
        bench.read(
            table(
                book -> {
                  Worksheet sheet = book.newWorksheet("S");
                  row(sheet, 0, "Sales of May");
                  row(sheet, 2, "name", "n", "note");
                  row(sheet, 3, "Ann", 1, "x");
                  row(sheet, 4, "Bob", 2);
                  row(sheet, 6, "Eve", 3, "y");
                }));
    assertThat(reading.columns()).containsExactly("name", "n", "note");
    assertThat(codes(reading)).containsExactly("skipped-lines");
    assertThat(bench.rows())
        .containsExactly(
            List.of("Ann", "1", "x"), List.of("Bob", "2", "∅"), List.of("Eve", "3", "y"));
  }

  @Test
  void readsSharedInlineAndFormulaTexts() {
    Reading reading =
        bench.read(
            byHand(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>x</t></is></c>"
                    + "<c r=\"B3\" t=\"str\"><f>A1&amp;\"1\"</f><v>x1</v></c>"
                    + "<c r=\"C3\"><v>1.50</v></c></row>"
                    + "<row><c t=\"e\"><v>#DIV/0!</v></c><c s=\"9\"/><c><v><![CDATA[7]]></v></c></row>"));
    assertThat(reading.columns()).containsExactly("a", "column_2", "b &c\r");
    assertThat(bench.rows())
        .containsExactly(List.of("x", "x1", "1.5"), List.of("#DIV/0!", "∅", "7"));
    assertThat(reading.warnings())
        .extracting(ReadWarning::code, ReadWarning::column, ReadWarning::count)
        .contains(Tuple.tuple("error-cells", OptionalInt.of(1), 1L));
  }

  @Test
  void countsCellsThatReferToNothing() {
    Reading reading =
        bench.read(
            byHand(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                    + "<row><c t=\"s\"><v>99</v></c><c><v>1</v></c></row>"
                    + "<row><c><v>abc</v></c><c><v>2</v></c></row>"));
    assertThat(codes(reading)).containsExactly("odd-cells");
    assertThat(bench.rows()).containsExactly(List.of("∅", "1"), List.of("abc", "2"));
  }

  @Test
  void refusesWhatIsNoWorkbook() {
    assertThat(refusal(zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<d/>")))
        .isEqualTo("not-a-table");
    assertThat(refusal(byHand(""))).isEqualTo("empty-file");
    assertThat(refusal(byHand("<row><c><v>1</v>"))).isEqualTo("damaged-file");
  }

  @Test
  void refusesDocumentTypesAndEntities() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><worksheet/>";
    assertThat(
            refusal(
                zip(
                    "[Content_Types].xml",
                    bomb,
                    "xl/workbook.xml",
                    BOOK,
                    "xl/_rels/workbook.xml.rels",
                    RELATIONS,
                    "xl/worksheets/s.xml",
                    bomb)))
        .isEqualTo("damaged-file");
    assertThat(refusal(byHand("<row><c t=\"str\"><v>&xxe;</v></c></row>")))
        .isEqualTo("damaged-file");
  }

  @ParameterizedTest
  @CsvSource({
    "1.50,General,1.5",
    "0.30000000000000004,0.00,0.3",
    "1E+3,General,1000",
    "1234,00000,01234",
    "44197,yyyy\\-mm\\-dd,2021-01-01",
    "44197.5,d/m/yy h:mm,2021-01-01 12:00:00",
    "44197.25,[$-409]mmm dd,2021-01-01 06:00:00",
    "0.5,h:mm,12:00:00",
    "1.5,[h]:mm:ss,36:00:00",
    "61,m/d/yyyy,1900-03-01",
    "59,m/d/yyyy,1900-02-28",
    "-3,m/d/yyyy,-3",
    "0.25,0%,0.25",
    "12,0 \"days\",12",
    "1e300,General,1E+300"
  })
  void showsNumbersAsPeopleSeeThem(String raw, String code, String shown) {
    assertThat(NumberShown.byCode(code).show(raw, NumberShown.zeros(code), false)).isEqualTo(shown);
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookSaysSo() {
    assertThat(NumberShown.DATE.show("0", 0, true)).isEqualTo("1904-01-01");
  }
}
