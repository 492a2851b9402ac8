package dev.likeness.table.io;

import dev.likeness.table.io.WarningLog.Kind;
import dev.likeness.table.io.XmlPull.Event;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The rows of a sheet as records; empty cells at the end of a row are left off. */
final class SheetRecords extends RecordSource implements Closeable {

  private static final int WIDEST = 16_384;

  private final Workbook book;
  private final SharedStrings strings;
  private final XmlPull xml;
  private final WarningLog log;
  private final ByteText text;
  private int fill;
  private long rows;

  private int column;
  private String type = "";
  private int style;

  /**
   * Opens a sheet.
   *
   * @param log hears of cells that could not be read
   */
  SheetRecords(
      Workbook book, Workbook.Sheet sheet, SharedStrings strings, ReadLimits limits, WarningLog log)
      throws IOException {
    super(limits);
    this.book = book;
    this.strings = strings;
    this.log = log;
    this.text = new ByteText(limits.maxFieldBytes());
    this.xml = book.cells(sheet);
  }

  /** Has it fill rows with empty fields. */
  SheetRecords filledTo(int width) {
    fill = width;
    return this;
  }

  @Override
  boolean next() throws IOException {
    while (true) {
      Event event = xml.next();
      if (event == Event.DONE) {
        return false;
      }
      if (event == Event.START && xml.name().equals("row")) {
        begin();
        row();
        return true;
      }
    }
  }

  private void row() throws IOException {
    rows++;
    column = 0;
    for (Event event = xml.next(); !ends(event, "row"); event = xml.next()) {
      if (event == Event.START && xml.name().equals("c")) {
        cell();
      }
    }
    if (fields() == 0) {
      markBlank();
      endField();
    }
    while (!blank() && fields() < fill) {
      endField();
    }
  }

  private boolean ends(Event event, String name) {
    if (event == Event.DONE) {
      throw UnreadableTableException.damaged("workbook");
    }
    return event == Event.END && xml.name().equals(name);
  }

  private void cell() throws IOException {
    int at = xml.attribute("r").map(SheetRecords::column).orElse(-1);
    int here = at < column ? column : at;
    if (here >= WIDEST) {
      throw UnreadableTableException.tooManyColumns(limits().maxColumns());
    }
    type = xml.attribute("t").orElse("n");
    style = xml.attribute("s").map(Workbook::number).orElse(0);
    text.clear();
    content();
    column = here + 1;
    if (text.length() > 0) {
      byte[] value = value(here);
      if (value.length > 0) {
        while (fields() < here) {
          endField();
        }
        field(value);
      }
    }
  }

  /** Column of a reference such as {@code BC12}, from 0; -1 if it is none. */
  private static int column(String reference) {
    int column = 0;
    int i = 0;
    for (; i < reference.length() && i < 4; i++) {
      int letter = reference.charAt(i) & ~0x20;
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return i == 0 || i > 3 ? -1 : column - 1;
  }

  /** Takes the text of the cell's value, or of its inline string. */
  private void content() throws IOException {
    boolean shown = false;
    int phonetic = 0;
    for (Event event = xml.next(); !ends(event, "c"); event = xml.next()) {
      switch (event) {
        case START -> {
          phonetic += xml.name().equals("rPh") ? 1 : 0;
          shown = phonetic == 0 && (xml.name().equals("v") || xml.name().equals("t"));
        }
        case TEXT -> {
          if (shown) {
            text.add(xml.text(), xml.textLength());
          }
        }
        case END -> {
          phonetic -= xml.name().equals("rPh") ? 1 : 0;
          shown = false;
        }
        case DONE -> {}
      }
    }
  }

  private byte[] value(int column) {
    return switch (type) {
      case "s" -> shared(column);
      case "str", "inlineStr" -> text.unescaped();
      case "b" -> ascii(text.text().strip().equals("1") ? "TRUE" : "FALSE");
      case "d" -> text.bytes();
      case "e" -> {
        log.addCell(Kind.ERROR_CELLS, column + 1, rows);
        yield text.bytes();
      }
      default -> number(column);
    };
  }

  private byte[] shared(int column) {
    int number = Workbook.number(text.text().strip());
    if (!strings.has(number)) {
      log.addCell(Kind.ODD_CELLS, column + 1, rows);
      return new byte[0];
    }
    return strings.get(number);
  }

  private byte[] number(int column) {
    Workbook.Style how = book.style(style);
    try {
      return ascii(how.shown().show(text.text().strip(), how.zeros(), book.since1904()));
    } catch (NumberFormatException | ArithmeticException e) {
      log.addCell(Kind.ODD_CELLS, column + 1, rows);
      return text.unescaped();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  long position() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
