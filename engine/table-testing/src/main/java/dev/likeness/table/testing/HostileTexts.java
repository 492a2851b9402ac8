package dev.likeness.table.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that are hardly tables: delimiters, quotes, line ends, headers, rows. */
final class HostileTexts {

  private static final String ROWS = "1,x\n2,y\n3,z\n";

  private HostileTexts() {}

  static List<HostileFile> all() {
    Cases cases = new Cases("text");
    delimiters(cases);
    quotes(cases);
    lines(cases);
    headers(cases);
    rows(cases);
    preambles(cases);
    cells(cases);
    return cases.list();
  }

  private static void delimiters(Cases cases) {
    for (String mark : List.of(",", ";", "\t", "|", " ", ":", "~", "^", "\u0001", "\u001f")) {
      String name = Integer.toHexString(mark.charAt(0));
      cases
          .text("only-delimiter-" + name, mark)
          .text("lines-of-delimiters-" + name, (mark.repeat(3) + "\n").repeat(50))
          .text("delimiter-at-both-ends-" + name, (mark + "a" + mark + "\n").repeat(20));
    }
    for (int count : new int[] {4_094, 4_095, 4_096, 100_000, 20_000_000}) {
      cases.add("commas-" + count, () -> Cases.filled(count, ','));
    }
    cases
        .add("columns-100000", () -> Cases.utf8(list(100_000, "c") + "\n" + list(100_000, "")))
        .text("two-delimiters", "a,b;c\n1,2;3\n4;5,6\n")
        .text("decimal-commas-between-commas", "a,b\n1,5,2,5\n2,5,3,5\n")
        .text("delimiter-changes", "a,b,c\n1,2,3\n" + "4;5;6\n".repeat(10));
  }

  private static String list(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(","));
  }

  private static void quotes(Cases cases) {
    for (char quote : new char[] {'"', '\'', '`', '\u201c'}) {
      String q = String.valueOf(quote);
      String name = Integer.toHexString(quote);
      cases
          .text("only-quote-" + name, q)
          .text("unclosed-in-header-" + name, "a," + q + "b\n" + ROWS)
          .text("unclosed-in-row-" + name, "a,b\n1," + q + "x\n2,y\n3,z\n")
          .text("unclosed-at-end-" + name, "a,b\n" + ROWS + "4," + q)
          .text("text-behind-quote-" + name, "a,b\n1," + q + "x" + q + "y\n2," + q + q + q + "\n")
          .text("quote-in-the-middle-" + name, ("a" + q + "b,c\n").repeat(30));
    }
    cases
        .add("quotes-over-megabytes", () -> Cases.filled(6 << 20, '"'))
        .add("lone-quotes-over-megabytes", () -> repeated("a,b\n", "1,\"x\n", 800_000, ""))
        .add(
            "unclosed-over-megabytes", () -> repeated("a,b\n1,\"x", "line, of text\n", 600_000, ""))
        .add("alternating-quotes", () -> repeated("a,b\n", "\"'\",'\"'\n", 200_000, ""))
        .add("quoted-line-ends", () -> repeated("a,b\n1,\"", "\n", 900_000, "\"\n"))
        .text("backslash-at-end", "a,b\n1,\"x\\\"\n2,\"y\\\"\n")
        .text("backslashes", "\\".repeat(10_000))
        .text("escaped-everything", "\\a,\\b\n\\1,\\\\\n\\\",\\,\n");
  }

  private static byte[] repeated(String before, String text, int times, String after) {
    return Cases.utf8(before + text.repeat(times) + after);
  }

  private static void lines(Cases cases) {
    for (String end : List.of("\r", "\r\n", "\n\r", "\r\r\n", "\u0085", "\u2028", "\u000b", "\f")) {
      String name = end.chars().mapToObj(Integer::toHexString).collect(Collectors.joining("-"));
      cases
          .text("line-end-" + name, "a,b" + end + "1,x" + end + "2,y" + end)
          .text("only-line-end-" + name, end)
          .text("mixed-line-ends-" + name, "a,b\n1,x" + end + "2,y\r\n3,z\r4,w" + end + "\n");
    }
    cases
        .add("a-million-line-ends", () -> Cases.filled(1 << 20, '\n'))
        .add("a-million-carriage-returns", () -> Cases.filled(1 << 20, '\r'))
        .add("blank-lines-between", () -> repeated("a,b\n", "1,x\n\n \n", 20_000, ""))
        .add("five-million-blanks", () -> Cases.filled(5 << 20, ' '))
        .text("no-line-end", "a,b")
        .text("control-z", "a,b\n" + ROWS + "\u001a");
  }

  private static void headers(Cases cases) {
    for (String name :
        List.of(
            "__proto__",
            "constructor",
            "c0",
            "c1",
            "rowid",
            "NaN",
            "null",
            "",
            " ",
            "\u200b",
            "\u202egnp.exe",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "'; drop table datasets; --",
            "a\u0000b",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "%s%n%x",
            "../../etc/passwd",
            "\"\"\"a\nb\"\"\"",
            "\ufffe",
            "I\u0307",
            "\u1e9e")) {
      cases.text("header-" + cases.list().size(), name + "," + name + "\n" + ROWS);
    }
    cases
        .text("header-only", "a,b,c\n")
        .text("header-only-without-line-end", "a,b,c")
        .text("header-of-one-name", "a\n")
        .text("header-of-blanks", " , , \n1,2,3\n")
        .text("header-of-duplicates", "a,".repeat(4_000) + "a\n" + "1,".repeat(4_000) + "1\n")
        .text("header-that-differs-by-case", "a,A,\u00e0,a\u0300,\u00c0\n1,2,3,4,5\n")
        .text("header-like-our-own-suffixes", "a,a_2,a,a_2,a_2_2\n1,2,3,4,5\n")
        .text("header-too-large", "h".repeat(300_000) + ",b\n1,2\n")
        .text("header-with-huge-names", ("h".repeat(50_000) + ",").repeat(4) + "x\n1,2,3,4,5\n")
        .text("header-twice", "a,b\na,b\n" + ROWS)
        .text("header-everywhere", "a,b\n".repeat(500));
  }

  private static void rows(Cases cases) {
    cases
        .add("ever-wider-rows", () -> Cases.utf8(stairs(600)))
        .text("one-wide-row", "a,b\n" + ROWS + "x,".repeat(4_200) + "\n" + ROWS)
        .text("no-two-rows-alike", "a\nb,c\nd,e,f\ng\nh,i,j,k\nl,m\n")
        .text("all-rows-shorter", "a,b,c,d\n" + "1\n".repeat(500))
        .text("all-rows-longer", "a\n" + "1,2,3,4\n".repeat(500))
        .text("trailing-empty-columns", "a,b,,,\n" + "1,2,,,\n".repeat(100))
        .text("trailing-empty-rows", "a,b\n" + ROWS + ",\n".repeat(5_000))
        .text("one-column-of-nothing", "a\n" + "\n".repeat(1_000))
        .add("field-too-large", () -> Cases.utf8("a,b\n1," + "x".repeat((1 << 20) + 1) + "\n"))
        .add("record-too-large", () -> Cases.utf8("a,b\n" + ("x".repeat(900_000) + ",").repeat(12)))
        .add("largest-fields", () -> repeated("a,b\n", "x".repeat(1_000_000) + ",y\n", 6, ""))
        .add("one-endless-word", () -> Cases.filled(12 << 20, 'x'));
  }

  private static String stairs(int steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= steps; i++) {
      text.append("x,".repeat(i)).append('\n');
    }
    return text.toString();
  }

  private static void preambles(Cases cases) {
    for (int lines : new int[] {1, 20, 2_000, 50_000}) {
      cases.add(
          "preamble-" + lines,
          () -> repeated("", "Report of the year\n", lines, "a,b,c\n1,2,3\n4,5,6\n"));
    }
    cases
        .text("preamble-only", "Report of the year\nby the office\n\nall rights reserved\n")
        .text("preamble-with-commas", "Report, of, the\nyear, by\n\na,b,c,d\n1,2,3,4\n5,6,7,8\n")
        .text("comments", "# one\n#two,three\na,b\n# four\n1,2\n#,\n")
        .text("footer", "a,b,c\n1,2,3\n4,5,6\n\nSource: the office\nTotal,5\n")
        .text("separator-line", "sep=;\na;b\n1;2\n")
        .text("two-tables", "a,b\n1,2\n\n\nx,y,z\n1,2,3\n4,5,6\n")
        .text("markdown", "| a | b |\n|---|---|\n| 1 | 2 |\n")
        .text("html", "<html><table><tr><td>1</td></tr></table></html>")
        .text("fixed-width", "name      age\nAnn        30\nBob        31\n")
        .text(
            "prose", "It was a bright cold day in April, and the clocks were striking thirteen.\n");
  }

  private static void cells(Cases cases) {
    for (String cell :
        List.of(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "1e999999",
            "-0",
            "NaN",
            "Infinity",
            "0x1p3",
            "9".repeat(5_000),
            "0." + "0".repeat(5_000) + "1",
            "9999-99-99",
            "0000-00-00",
            "-9999999999-01-01",
            "24:60:60",
            "<script>alert(1)</script>",
            "\u202etxt",
            "\ud83d\ude00",
            "NA",
            "?",
            "1,234.5,6",
            "1.2.3",
            "$-1(2)%",
            "\u0663\u0664",
            "\uff11\uff12",
            "i\u0307\u0131")) {
      cases.text("cell-" + cases.list().size(), "k;v\n" + ("1;" + cell + "\n").repeat(30));
    }
  }
}
