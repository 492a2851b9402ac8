package dev.likeness.table.io;

import dev.likeness.table.io.XmlPull.Event;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An XLSX file: a ZIP of XML parts, of which only those are read that hold cells, their texts and
 * how numbers are shown. Formulas count by the value that was saved with them; nothing is computed,
 * no macro and no link is followed.
 */
final class Workbook implements Closeable {

  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_SHEETS = 1000;
  private static final int MOST_STYLES = 65_536;
  private static final String BOOK = "xl/workbook.xml";

  private final ZipFile zip;
  private final long bytes;
  private final ReadLimits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Style> styles = new ArrayList<>();
  private boolean since1904;

  /**
   * A sheet.
   *
   * @param name as people see it
   * @param part that holds it
   * @param hidden whether people do not see it
   */
  record Sheet(String name, String part, boolean hidden) {}

  /** How a cell's number is shown; {@code zeros} digits at least. */
  record Style(NumberShown shown, int zeros) {
    static final Style GENERAL = new Style(NumberShown.PLAIN, 0);
  }

  private Workbook(ZipFile zip, long bytes, ReadLimits limits) {
    this.zip = zip;
    this.bytes = bytes;
    this.limits = limits;
  }

  static Workbook open(Path file, ReadLimits limits) throws IOException {
    ArchiveIndex.of(file, MOST_ENTRIES);
    Workbook book;
    try {
      book = new Workbook(new ZipFile(file.toFile()), Files.size(file), limits);
    } catch (ZipException e) {
      throw UnreadableTableException.damaged("workbook");
    }
    try {
      book.readBook();
      book.readStyles();
      return book;
    } catch (IOException | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private void readBook() throws IOException {
    Map<String, String> parts = relations();
    try (XmlPull xml =
        part(BOOK)
            .orElseThrow(
                () -> UnreadableTableException.notATable("is an archive without a workbook"))) {
      for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
        if (event == Event.START && xml.name().equals("workbookPr")) {
          since1904 =
              xml.attribute("date1904").filter(v -> v.equals("1") || v.equals("true")).isPresent();
        } else if (event == Event.START && xml.name().equals("sheet")) {
          sheet(xml, parts);
        }
      }
    }
    if (sheets.isEmpty()) {
      throw UnreadableTableException.emptyFile();
    }
  }

  private void sheet(XmlPull xml, Map<String, String> parts) {
    Optional<String> part = xml.attribute("id").map(parts::get);
    if (part.isPresent() && part.get().contains("worksheets/") && sheets.size() < MOST_SHEETS) {
      sheets.add(
          new Sheet(
              xml.attribute("name").orElse("Sheet" + (sheets.size() + 1)),
              part.get(),
              xml.attribute("state").filter(state -> !state.equals("visible")).isPresent()));
    }
  }

  private Map<String, String> relations() throws IOException {
    Map<String, String> parts = new HashMap<>();
    Optional<XmlPull> relations = part("xl/_rels/workbook.xml.rels");
    if (relations.isEmpty()) {
      return parts;
    }
    try (XmlPull xml = relations.get()) {
      for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
        if (event == Event.START
            && xml.name().equals("Relationship")
            && parts.size() < MOST_ENTRIES) {
          String target = xml.attribute("Target").orElse("");
          parts.put(
              xml.attribute("Id").orElse(""),
              target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return parts;
  }

  private void readStyles() throws IOException {
    Optional<XmlPull> part = part("xl/styles.xml");
    if (part.isEmpty()) {
      return;
    }
    Map<Integer, Style> formats = new HashMap<>();
    boolean cells = false;
    try (XmlPull xml = part.get()) {
      for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
        if (event == Event.TEXT) {
          continue;
        }
        if (xml.name().equals("cellXfs")) {
          cells = event == Event.START;
        } else if (event == Event.START && xml.name().equals("numFmt")) {
          String code = xml.attribute("formatCode").orElse("");
          if (formats.size() < MOST_STYLES) {
            formats.put(id(xml), new Style(NumberShown.byCode(code), NumberShown.zeros(code)));
          }
        } else if (event == Event.START && cells && xml.name().equals("xf")) {
          int id = id(xml);
          if (styles.size() < MOST_STYLES) {
            styles.add(formats.getOrDefault(id, new Style(NumberShown.builtIn(id), 0)));
          }
        }
      }
    }
  }

  private static int id(XmlPull xml) {
    return xml.attribute("numFmtId").map(Workbook::number).orElse(0);
  }

  /** A number in an attribute; -1 for everything else. */
  static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i > 8) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return text.isEmpty() ? -1 : value;
  }

  /** A part, unpacked and watched. */
  private Optional<XmlPull> part(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    InputStream in = zip.getInputStream(entry);
    return Optional.of(
        XmlPull.of(new BufferedInputStream(new Inflating(in, bytes, limits.maxBytes()), 1 << 16)));
  }

  /** All sheets in the order of the workbook. */
  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  boolean since1904() {
    return since1904;
  }

  /** How a cell of this style number is shown. */
  Style style(int number) {
    return number >= 0 && number < styles.size() ? styles.get(number) : Style.GENERAL;
  }

  /** The texts that cells refer to. */
  SharedStrings strings(Path scratch) throws IOException {
    Optional<XmlPull> part = part("xl/sharedStrings.xml");
    if (part.isEmpty()) {
      return SharedStrings.none(scratch);
    }
    try (XmlPull xml = part.get()) {
      return SharedStrings.read(xml, limits.maxFieldBytes(), scratch);
    }
  }

  /** The cells of a sheet. */
  XmlPull cells(Sheet sheet) throws IOException {
    return part(sheet.part()).orElseThrow(() -> UnreadableTableException.damaged("workbook"));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
