package dev.likeness.table.testing;

import java.util.List;

/** Workbooks whose XML or whose parts are not what they should be. */
final class HostileWorkbooks {

  private static final String CELLS =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>n</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>m</t></is></c></row>"
          + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\"><v>8</v></c></row>";
  private static final String BOOK =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
          + "</workbook>";
  private static final String RELATIONS = relations("worksheets/s.xml");
  private static final String BOMB =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">"
          + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
          + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">"
          + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
  private static final String OUTSIDE =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY g SYSTEM \"file:///etc/passwd\">]>";
  private static final String FETCHED =
      "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";

  private HostileWorkbooks() {}

  static List<HostileFile> all() {
    Cases cases = new Cases("workbook");
    entities(cases);
    parts(cases);
    cells(cases);
    structure(cases);
    return cases.list();
  }

  /** A workbook that is as it should be. */
  static byte[] plain() {
    return rows(CELLS);
  }

  private static String relations(String target) {
    return "<Relationships><Relationship Id=\"r1\" Target=\"" + target + "\"/></Relationships>";
  }

  private static String sheet(String rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static byte[] book(String book, String relations, String strings, String sheet) {
    return Cases.zip(
        "[Content_Types].xml", "<Types/>",
        "xl/workbook.xml", book,
        "xl/_rels/workbook.xml.rels", relations,
        "xl/sharedStrings.xml", strings,
        "xl/worksheets/s.xml", sheet);
  }

  private static byte[] rows(String rows) {
    return book(BOOK, RELATIONS, "<sst><si><t>a</t></si></sst>", sheet(rows));
  }

  private static String cell(String attributes, String content) {
    return "<row><c t=\"str\"><v>n</v></c></row><row><c "
        + attributes
        + ">"
        + content
        + "</c></row>";
  }

  private static void entities(Cases cases) {
    String text = cell("t=\"str\"", "<v>&g;</v>");
    String strings = "<sst><si><t>&g;</t></si></sst>";
    String shared = sheet(cell("t=\"s\"", "<v>0</v>"));
    int number = 0;
    for (String type : List.of(BOMB, OUTSIDE, FETCHED)) {
      String name = "-" + number++;
      cases
          .add("entity-in-sheet" + name, () -> book(BOOK, RELATIONS, "<sst/>", type + sheet(text)))
          .add("entity-in-strings" + name, () -> book(BOOK, RELATIONS, type + strings, shared))
          .add(
              "entity-in-book" + name,
              () -> book(type + BOOK.replace("One", "&g;"), RELATIONS, "<sst/>", sheet(CELLS)))
          .add(
              "entity-in-relations" + name,
              () -> book(BOOK, type + relations("&g;"), "<sst/>", sheet(CELLS)));
    }
    cases
        .add("unknown-entity", () -> rows(cell("t=\"str\"", "<v>&nope;</v>")))
        .add(
            "bad-character-references",
            () -> rows(cell("t=\"str\"", "<v>&#0;&#x110000;&#xD800;&#;&#x;&#99999999999;</v>")));
  }

  private static void parts(Cases cases) {
    for (String target :
        List.of(
            "../../../etc/passwd",
            "/etc/passwd",
            "http://127.0.0.1:9/s.xml",
            "",
            "s.xml",
            "worksheets/S.XML",
            "/xl/worksheets/s.xml",
            "..\\worksheets\\s.xml",
            "xl/workbook.xml")) {
      cases.add(
          "target-" + cases.list().size(),
          () -> book(BOOK, relations(target), "<sst/>", sheet(CELLS)));
    }
    cases
        .add("types-only", () -> Cases.zip("[Content_Types].xml", "<Types/>"))
        .add(
            "no-workbook",
            () ->
                Cases.zip(
                    "[Content_Types].xml", "<Types/>", "xl/worksheets/sheet1.xml", sheet(CELLS)))
        .add(
            "no-relations",
            () -> Cases.zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", BOOK))
        .add(
            "no-sheets",
            () -> book("<workbook><sheets/></workbook>", RELATIONS, "<sst/>", sheet(CELLS)))
        .add("empty-parts", () -> book("", "", "", ""))
        .add("parts-that-are-no-xml", () -> book("a,b", "1,2", "x", "n,m\n7,8\n"))
        .add(
            "document",
            () -> Cases.zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"))
        .add(
            "macros",
            () ->
                Cases.zip(
                    "[Content_Types].xml",
                    "<Types/>",
                    "xl/vbaProject.bin",
                    Mutations.noise(4, 2_000)))
        .add(
            "binary-workbook",
            () ->
                Cases.zip(
                    "[Content_Types].xml", "<Types/>", "xl/workbook.bin", Mutations.noise(5, 500)))
        .add(
            "sheet-that-grows",
            () -> book(BOOK, RELATIONS, "<sst/>", sheet(CELLS + "<row/>".repeat(8 << 20))))
        .add(
            "strings-that-grow",
            () ->
                book(BOOK, RELATIONS, "<sst>" + "<si><t>x</t></si>".repeat(2 << 20), sheet(CELLS)))
        .add("many-sheets", HostileWorkbooks::manySheets);
  }

  private static byte[] manySheets() {
    String sheets = "<sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/>".repeat(20_000);
    return book(
        "<workbook xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>",
        RELATIONS,
        "<sst/>",
        sheet(CELLS));
  }

  private static void cells(Cases cases) {
    for (String reference :
        List.of(
            "A0",
            "A-1",
            "A99999999999",
            "ZZZZZZZ1",
            "XFE1",
            "1A",
            "",
            "$A$1",
            "A1:B2",
            "\u00c41",
            "AMJ5")) {
      cases.add(
          "reference-" + cases.list().size(),
          () -> rows(cell("r=\"" + reference + "\" t=\"str\"", "<v>x</v>")));
    }
    for (String index : List.of("1", "-1", "99999999999999", "x", "", "0.5", "1e3")) {
      cases.add(
          "string-index-" + cases.list().size(),
          () -> rows(cell("t=\"s\"", "<v>" + index + "</v>")));
    }
    for (String type : List.of("n", "b", "e", "d", "str", "s", "inlineStr", "zzz", "")) {
      cases.add(
          "odd-value-of-type-" + type,
          () -> rows(cell("t=\"" + type + "\"", "<v>#N/A <![CDATA[&]]> 1e999</v>")));
    }
    for (String style : List.of("-1", "99999999999", "x")) {
      cases.add("style-" + style, () -> rows(cell("s=\"" + style + "\"", "<v>45000.5</v>")));
    }
    for (String number :
        List.of("1e308", "-1e308", "NaN", "9".repeat(400), "-700000", "1e-320", "0x10")) {
      cases.add("number-" + cases.list().size(), () -> rows(cell("", "<v>" + number + "</v>")));
    }
    cases
        .add("formula", () -> rows(cell("", "<f>HYPERLINK(\"http://127.0.0.1:9\",A1)</f><v>7</v>")))
        .add("formula-without-value", () -> rows(cell("", "<f>A1+1</f>")))
        .add(
            "cell-of-megabytes",
            () -> rows(cell("t=\"str\"", "<v>" + "x".repeat(3 << 20) + "</v>")))
        .add(
            "same-cell-twice",
            () ->
                rows(
                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"
                        .repeat(3)))
        .add(
            "cells-backwards",
            () ->
                rows(
                    "<row r=\"5\"><c r=\"C5\"><v>1</v></c><c r=\"A5\"><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><v>3</v></c></row>"))
        .add(
            "last-row-of-the-sheet",
            () -> rows(CELLS + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"))
        .add(
            "row-beyond-the-sheet",
            () -> rows(CELLS + "<row r=\"2147483647\"><c><v>1</v></c></row>"))
        .add(
            "last-column-of-the-sheet",
            () -> rows(CELLS + "<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>"));
  }

  private static void structure(Cases cases) {
    cases
        .add("deep-elements", () -> rows("<row>" + "<c>".repeat(300_000)))
        .add("long-attribute", () -> rows("<row r=\"" + "1".repeat(2 << 20) + "\"/>"))
        .add("many-attributes", () -> rows("<row " + attributes() + "/>" + CELLS))
        .add("unclosed-tag", () -> rows(CELLS + "<row"))
        .add("unclosed-comment", () -> rows(CELLS + "<!-- "))
        .add("unclosed-cdata", () -> rows(cell("t=\"str\"", "<v><![CDATA[ x")))
        .add("unclosed-attribute", () -> rows(CELLS + "<row r=\"7"))
        .add("closed-too-often", () -> rows(CELLS + "</row></row></sheetData></sheetData>"))
        .add("crossed-tags", () -> rows("<row><c></row></c>" + CELLS))
        .add("nothing-but-brackets", () -> rows("<><></></>< ><//>"))
        .add("processing-instructions", () -> rows("<?php system('x') ?>".repeat(1_000) + CELLS))
        .add("control-characters", () -> rows(cell("t=\"str\"", "<v>\u0000\u0001\u0008</v>")))
        .add(
            "claims-utf16",
            () ->
                book(
                    BOOK,
                    RELATIONS,
                    "<sst/>",
                    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet(CELLS)))
        .add(
            "claims-nonsense",
            () ->
                book(
                    BOOK,
                    RELATIONS,
                    "<sst/>",
                    "<?xml version=\"1.0\" encoding=\"klingon\"?>" + sheet(CELLS)))
        .add(
            "dimension-lies",
            () ->
                book(
                    BOOK,
                    RELATIONS,
                    "<sst/>",
                    "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>"
                        + CELLS
                        + "</sheetData></worksheet>"))
        .add("no-rows", () -> rows(""))
        .add("empty-rows", () -> rows("<row/>".repeat(1_000)));
  }

  private static String attributes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append("a").append(i).append("=\"1\" ");
    }
    return text.toString();
  }
}
