package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as programs and people really write them, and how each is read. */
class OddFilesTest {

  @TempDir Path folder;

  /**
   * A file and its reading.
   *
   * @param name where such files come from
   * @param bytes of the file
   * @param dialect delimiter, quote, whether there is a header, lines skipped
   * @param columns names, parted by |
   * @param rows how many
   * @param last the last row, parted by |; empty cells as nothing
   * @param kinds of the columns; * where it does not matter
   * @param warnings codes, in any order
   */
  private record Odd(
      String name,
      byte[] bytes,
      String dialect,
      String columns,
      long rows,
      String last,
      String kinds,
      String warnings) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Odd> FILES = new ArrayList<>();

  private static void file(
      String name, String charset, String text, String dialect, String columns, String... rest) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    FILES.add(
        new Odd(
            name,
            bytes,
            dialect,
            columns,
            Long.parseLong(rest[0]),
            rest[1],
            rest[2],
            rest.length > 3 ? rest[3] : ""));
  }

  private static void utf8(
      String name, String text, String dialect, String columns, String... rest) {
    file(name, "UTF-8", text, dialect, columns, rest);
  }

  private static String lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  static Stream<Odd> files() {
    FILES.clear();
    spreadsheets();
    statistics();
    databases();
    business();
    quotes();
    layouts();
    lineEnds();
    return FILES.stream();
  }

  private static void spreadsheets() {
    file(
        "Excel in German",
        "windows-1252",
        crlf(
            "Name;Betrag;Datum;Anteil\nMüller;1.234,50;01.02.2024;12,5%\n"
                + "Schäfer;99,00;15.02.2024;7,2%\nMüller;-12,75;28.02.2024;0,0%\n"),
        "; \" header 0",
        "Name|Betrag|Datum|Anteil",
        "3",
        "Müller|-12,75|28.02.2024|0,0%",
        "* numeric date numeric",
        "odd-charset");
    file(
        "Excel in French",
        "windows-1252",
        crlf(
            "Nom;Montant;Date;Taux\nDupré;1\u00a0234,50;01/02/2024;12,5 %\n"
                + "Lefèvre;99,00;15/02/2024;7,2 %\nDupré;-12,75;28/02/2024;0,0 %\n"),
        "; \" header 0",
        "Nom|Montant|Date|Taux",
        "3",
        "Dupré|-12,75|28/02/2024|0,0 %",
        "* numeric date numeric",
        "odd-charset");
    utf8(
        "Excel with sep=",
        crlf("sep=;\na;b\n1;2\n3;4\n"),
        "; \" header 1",
        "a|b",
        "2",
        "3|4",
        "numeric numeric",
        "skipped-lines");
    file(
        "Excel as Unicode text",
        "UTF-16",
        crlf("a\tb\n1\tä\n3\tö\n"),
        "\t \" header 0",
        "a|b",
        "2",
        "3|ö",
        "numeric *");
    utf8(
        "spreadsheet with empty columns at the end",
        "id,name,n,,\n1,Ann,5,,\n2,Bob,6,,\n",
        ", \" header 0",
        "id|name|n|column_4|column_5",
        "2",
        "2|Bob|6||",
        "* * numeric empty empty",
        "empty-header");
    utf8(
        "spreadsheet with empty rows at the end",
        "a,b,c\n1,2,3\n4,5,6\n,,\n,,\n",
        ", \" header 0",
        "a|b|c",
        "2",
        "4|5|6",
        "numeric numeric numeric",
        "empty-rows");
    utf8(
        "title above the table",
        "Quarterly report,,,\n,,,\nRegion,Q1,Q2\nNorth,1,2\nSouth,4,5\n"
            .replace("Region,Q1,Q2\n", "Region,Q1,Q2,Q3\n")
            .replace("1,2\n", "1,2,3\n")
            .replace("4,5\n", "4,5,6\n"),
        ", \" header 2",
        "Region|Q1|Q2|Q3",
        "2",
        "South|4|5|6",
        "* numeric numeric numeric",
        "skipped-lines");
    utf8(
        "years as names",
        "Country,2019,2020,2021\nAT,1.5,2.5,3.5\nDE,4.5,5.5,6.5\n",
        ", \" header 0",
        "Country|2019|2020|2021",
        "2",
        "DE|4.5|5.5|6.5",
        "* numeric numeric numeric");
    utf8(
        "years as the only names",
        "2019;2020;2021\n1,5;2,5;3,5\n4,5;5,5;6,5\n",
        "; \" header 0",
        "2019|2020|2021",
        "2",
        "4,5|5,5|6,5",
        "numeric numeric numeric");
    utf8(
        "Google Forms",
        "Timestamp,\"How satisfied, overall?\",\"What could we\nimprove?\"\n"
            + "2024/03/05 10:11:12 AM GMT+1,Very satisfied,\"Faster, cheaper\"\n"
            + "2024/03/06 9:01:12 PM GMT+1,Satisfied,\n"
            + "2024/03/07 1:11:12 PM GMT+1,Neutral,\"Nothing\nreally\"\n",
        ", \" header 0",
        "Timestamp|How satisfied, overall?|What could we\nimprove?",
        "3",
        "2024/03/07 1:11:12 PM GMT+1|Neutral|Nothing\nreally",
        "datetime ordinal *");
  }

  private static void statistics() {
    utf8(
        "Stata",
        "id,sex,age,income\n1,Male,34,2500.5\n2,Female,.,1800\n3,Male,51,.\n",
        ", \" header 0",
        "id|sex|age|income",
        "3",
        "3|Male|51|.",
        "* * numeric numeric");
    utf8(
        "SPSS",
        "ID;Q1;Q2\n1;1; \n2;2;3\n3;#NULL!;1\n4;5;2\n",
        "; \" header 0",
        "ID|Q1|Q2",
        "4",
        "4|5|2",
        "* numeric numeric");
    utf8(
        "R write.csv",
        "\"\",\"mpg\",\"model\"\n"
            + lines(12, i -> "\"" + (i + 1) + "\"," + (i % 3 == 0 ? "NA" : i + ".5") + ",\"Car\""),
        ", \" header 0",
        "column_1|mpg|model",
        "12",
        "12|11.5|Car",
        "identifier numeric constant",
        "empty-header");
    utf8(
        "R write.table",
        "\"mpg\" \"cyl\"\n" + lines(20, i -> "\"Car " + i + "\" " + i + ".5 " + i % 3),
        "  \" header 0",
        "column_1|mpg|cyl",
        "20",
        "Car 19|19.5|1",
        "* numeric numeric",
        "empty-header");
    utf8(
        "pandas to_csv",
        ",name,score\n" + lines(12, i -> i + ",Ann," + (i % 4 == 0 ? "" : i + ".5")),
        ", \" header 0",
        "column_1|name|score",
        "12",
        "11|Ann|11.5",
        "identifier constant numeric",
        "empty-header");
    utf8(
        "units below the names",
        "time,temp\ns,°C\n" + lines(120, i -> i / 2.0 + "," + (20 + i * 0.25)),
        ", \" header 0",
        "time|temp",
        "121",
        "59.5|49.75",
        "numeric numeric");
  }

  private static void databases() {
    utf8(
        "PostgreSQL COPY",
        "1\tAnn\t\\N\t2024-01-01 10:00:00\n2\tBob\t3.5\t\\N\n3\tC\\tD\t4.5\t2024-01-03 10:00:00\n",
        "\t \" none 0",
        "column_1|column_2|column_3|column_4",
        "3",
        "3|C\\tD|4.5|2024-01-03 10:00:00",
        "* * numeric datetime",
        "no-header");
    utf8(
        "MySQL OUTFILE",
        "\"1\",\"He said \\\"hi\\\"\",\"a,b\",\\N\n\"2\",\"back\\\\slash\",\"c\",\"5\"\n\"3\",\"two\\\nlines\",\"d\",\"7\"\n",
        ", \" none 0",
        "column_1|column_2|column_3|column_4",
        "3",
        "3|two\nlines|d|7",
        "* * * numeric",
        "no-header");
    utf8(
        "psql",
        " id | name | n \n----+------+---\n  1 | Ann  | 5\n  2 | Bob  | 6\n  3 | Cy   | 7\n",
        "| \" header 0",
        "id|name|n",
        "3",
        "  3 | Cy   | 7",
        "* * numeric",
        "ruler-lines");
    utf8(
        "SQL*Plus",
        "id,name,n\n---,----,---\n1,Ann,5\n2,Bob,6\n",
        ", \" header 0",
        "id|name|n",
        "2",
        "2|Bob|6",
        "* * numeric",
        "ruler-lines");
    utf8(
        "Markdown",
        "| id | name | n |\n|----|------|---|\n| 1 | Ann | 5 |\n| 2 | Bob | 6 |\n",
        "| \" header 0",
        "column_1|id|name|n|column_5",
        "2",
        "| 2 | Bob | 6 |",
        "empty * * numeric empty",
        "empty-header ruler-lines");
    utf8(
        "Apache log with blanks",
        lines(5, i -> "2024-01-0" + (i + 1) + " 10:00:0" + i + " GET /p" + i + " 20" + i % 2),
        "  \" none 0",
        "column_1|column_2|column_3|column_4|column_5",
        "5",
        "2024-01-05|10:00:04|GET|/p4|200",
        "date time constant * *",
        "no-header");
    utf8(
        "Jira",
        "Issue key,Labels,Labels,Created\nA-1,x,y,05/Mar/24 3:05 PM\nA-2,,,06/Mar/24 11:05 AM\n",
        ", \" header 0",
        "Issue key|Labels|Labels_2|Created",
        "2",
        "A-2|||06/Mar/24 11:05 AM",
        "* * * datetime",
        "duplicate-header");
  }

  private static void business() {
    file(
        "SAP list",
        "windows-1252",
        crlf(
            "Report ZFI01          01.02.2024\n\n|Belegnr   |Betrag     |Text  |\n|----------|-----------|------|\n|4900000001|  1.234,50-|Löhne |\n|4900000002|     99,00 |Strom |\n"),
        "| \" header 1",
        "column_1|Belegnr|Betrag|Text|column_5",
        "2",
        "|4900000002|     99,00 |Strom |",
        "empty identifier numeric * empty",
        "skipped-lines empty-header ruler-lines odd-charset");
    file(
        "German bank",
        "windows-1252",
        crlf(
            "Kontonummer;DE02120300000000202051;;\nZeitraum;Jänner;;\nKontostand;1.234,56 EUR;;\n\nBuchungstag;Zweck;Betrag;Saldo\n"
                + lines(
                    20,
                    i ->
                        (10 + i % 19)
                            + ".01.2024;Einkauf;-"
                            + (40 + i)
                            + ",10;1."
                            + (234 + i)
                            + ",56")
                + "Summe;;-850,00;\n"),
        "; \" header 3",
        "Buchungstag|Zweck|Betrag|Saldo",
        "21",
        "Summe||-850,00|",
        "date constant numeric numeric",
        "skipped-lines odd-charset");
    utf8(
        "English bank",
        "Account Name:,Current Account\nAccount Number:,****1234\n\nDate,Description,Debit,Credit,Balance\n"
            + lines(
                20,
                i ->
                    (10 + i % 19)
                        + "/01/2024,CARD,"
                        + (40 + i)
                        + ".10,,\"1,"
                        + (234 + i)
                        + ".56\""),
        ", \" header 2",
        "Date|Description|Debit|Credit|Balance",
        "20",
        "10/01/2024|CARD|59.10||1,253.56",
        "date constant numeric empty numeric",
        "skipped-lines");
    utf8(
        "thousands in quotes",
        "name,amount\nAnn,\"1,234.50\"\nBob,\"12,000.00\"\nCy,99.00\n",
        ", \" header 0",
        "name|amount",
        "3",
        "Cy|99.00",
        "* numeric");
    utf8(
        "decimal commas in quotes",
        "\"id\",\"wert\"\n\"1\",\"1,5\"\n\"2\",\"2,25\"\n",
        ", \" header 0",
        "id|wert",
        "2",
        "2|2,25",
        "* numeric");
    utf8(
        "places in one cell",
        "place;coords\nWien;48.2,16.4\nGraz;47.07,15.44\nLinz;48.30,14.29\n",
        "; \" header 0",
        "place|coords",
        "3",
        "Linz|48.30,14.29",
        "* geographic");
    utf8(
        "places in one quoted cell",
        "place,coords\nWien,\"48.2082, 16.3738\"\nGraz,\"(47.0707, 15.4395)\"\nLinz,POINT (14.2 48.3)\n",
        ", \" header 0",
        "place|coords",
        "3",
        "Linz|POINT (14.2 48.3)",
        "* geographic");
  }

  private static void quotes() {
    utf8(
        "newlines in quotes",
        "id;text;n\n1;\"a;b\nc\";5\n2;\"say \"\"hi\"\"\";6\n3;plain;7\n",
        "; \" header 0",
        "id|text|n",
        "3",
        "3|plain|7",
        "* * numeric");
    utf8(
        "inches in a tab-separated file",
        "id\tsize\tn\n1\t5\" pipe\t1\n2\t12\" x 3\"\t2\n3\t7\"\t5\n",
        "\t \" header 0",
        "id|size|n",
        "3",
        "3|7\"|5",
        "* * numeric",
        "stray-quotes");
    utf8(
        "single quotes",
        "id,'the name',n\n1,'Ann, B',5\n2,'O''Hara',6\n",
        ", ' header 0",
        "id|the name|n",
        "2",
        "2|O'Hara|6",
        "* * numeric");
    utf8(
        "byte order mark and quotes",
        "\uFEFF\"id\",\"na me\"\n\"1\",\"Ann\"\n\"2\",\"Bob\"\n",
        ", \" header 0",
        "id|na me",
        "2",
        "2|Bob",
        "* *");
    utf8(
        "one column of sentences",
        "comment\n\"Well, this is nice\"\nGood\n\"Bad, but ok\"\n",
        ", \" header 0",
        "comment",
        "3",
        "Bad, but ok",
        "*");
  }

  private static void layouts() {
    utf8(
        "pipes, one at the end",
        "id|name|n|\n1|Ann|5|\n2|Bob|6|\n",
        "| \" header 0",
        "id|name|n|column_4",
        "2",
        "2|Bob|6|",
        "* * numeric empty",
        "empty-header");
    utf8(
        "comments",
        "# exported\n# by a tool\nid,name\n1,Ann\n# a remark, with a comma\n2,Bob\n",
        ", \" header 2",
        "id|name",
        "2",
        "2|Bob",
        "* *",
        "skipped-lines comment-lines");
    utf8(
        "one column of numbers",
        "value\n1.5\n2.5\n3.5\n",
        ", \" header 0",
        "value",
        "3",
        "3.5",
        "numeric");
    utf8(
        "one row",
        "a,b,c\n1,2,3\n",
        ", \" header 0",
        "a|b|c",
        "1",
        "1|2|3",
        "numeric numeric numeric");
    utf8(
        "ragged rows",
        "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n1,2,3\n",
        ", \" header 0",
        "a|b|c",
        "5",
        "1|2|3",
        "numeric numeric numeric",
        "ragged-rows ragged-rows");
    utf8(
        "header again in the middle",
        "id,name,n\n1,Ann,5\n2,Bob,6\nid,name,n\n3,Cy,7\n",
        ", \" header 0",
        "id|name|n",
        "3",
        "3|Cy|7",
        "* * numeric",
        "repeated-header");
    utf8(
        "no header",
        "1,Ann,2024-01-01\n2,Bob,2024-01-02\n",
        ", \" none 0",
        "column_1|column_2|column_3",
        "2",
        "2|Bob|2024-01-02",
        "* * date",
        "no-header");
    String wide =
        IntStream.range(0, 900)
            .mapToObj(i -> "How often in the last twelve months, question " + i)
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(","));
    String cells = IntStream.range(0, 900).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    utf8(
        "very wide header",
        wide + "\n" + cells + "\n",
        ", \" header 0",
        wide.replace("\",\"", "|").replace("\"", ""),
        "1",
        cells.replace(',', '|'),
        "*");
  }

  private static void lineEnds() {
    utf8("CR", "id,name\r1,Ann\r2,Bob\r", ", \" header 0", "id|name", "2", "2|Bob", "* *");
    utf8(
        "mixed line ends",
        "id,name\r\n1,Ann\n2,Bob\r3,Cy\r\n",
        ", \" header 0",
        "id|name",
        "3",
        "3|Cy",
        "* *",
        "mixed-line-ends");
    utf8(
        "no line end at the end",
        "id,name\n1,Ann\n2,Bob",
        ", \" header 0",
        "id|name",
        "2",
        "2|Bob",
        "* *");
    utf8(
        "blank lines everywhere",
        "\n\nid,name\n\n1,Ann\n\n2,Bob\n\n",
        ", \" header 0",
        "id|name",
        "2",
        "2|Bob",
        "* *",
        "blank-lines");
    utf8(
        "DOS end mark",
        "id,name\n1,Ann\n2,Bob\n\u001a",
        ", \" header 0",
        "id|name",
        "2",
        "2|Bob",
        "* *",
        "blank-lines");
    utf8(
        "NUL at the end",
        "id,name\n1,Ann\n2,Bob\n\0\0\0",
        ", \" header 0",
        "id|name",
        "2",
        "2|Bob",
        "* *",
        "blank-lines invalid-bytes");
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsThemAsTheyAreMeant(Odd odd) throws IOException {
    Path file = Files.write(folder.resolve("in.csv"), odd.bytes);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), RunContext.quiet());
    assertThat(dialect(reading.dialect())).isEqualTo(odd.dialect);
    assertThat(String.join("|", reading.columns())).isEqualTo(odd.columns);
    assertThat(reading.rows()).isEqualTo(odd.rows);
    assertThat(
            CanonicalTable.preview(parquet, 1000).getLast().stream()
                .map(cell -> cell.orElse(""))
                .collect(Collectors.joining("|")))
        .isEqualTo(odd.last);
    assertThat(reading.warnings())
        .extracting(ReadWarning::code)
        .containsExactlyInAnyOrder(
            odd.warnings.isEmpty() ? new String[0] : odd.warnings.split(" "));
    kinds(odd, TableProfiler.profile(parquet, reading, RunContext.quiet()));
  }

  private static String dialect(Dialect found) {
    return "%s %s %s %s"
        .formatted(
            found.delimiter(),
            found.quote(),
            found.header() ? "header" : "none",
            found.skippedLines());
  }

  private static void kinds(Odd odd, TableProfile profile) {
    String[] kinds = odd.kinds.split(" ");
    for (int i = 0; i < kinds.length; i++) {
      ColumnProfile column = profile.columns().get(i);
      if (!kinds[i].equals("*")) {
        assertThat(column.kind().word()).as(column.name()).isEqualTo(kinds[i]);
      }
    }
  }
}
