package dev.likeness.table.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The elements, attributes and texts of an XML file, one at a time.
 *
 * <p>General parsers hold a whole attribute, comment or text in memory, however long, and know
 * entities that grow; this one reads the little of XML that workbooks are written in, in the memory
 * of its buffers: no document type, no entities but the five and numbers, tags of at most 64 KiB,
 * texts in pieces. Prefixes of names are left off.
 *
 * <p><b>Thread-safe:</b> no.
 */
final class XmlPull implements Closeable {

  /** What comes next. */
  enum Event {
    START,
    END,
    TEXT,
    DONE
  }

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_TAG = 1 << 16;
  private static final int PIECE = 1 << 13;
  private static final int DEEPEST = 64;
  private static final int NAMES = 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  private byte[] tag = new byte[256];
  private int tagLength;
  private byte[] text = new byte[PIECE + 8];
  private int textLength;
  private String name = "";
  private boolean closesItself;
  private boolean insideCharacters;
  private int depth;
  private final Map<String, String> attributes = new HashMap<>();

  private XmlPull(InputStream in) {
    this.in = in;
  }

  static XmlPull of(InputStream in) throws IOException {
    return new XmlPull(TextInput.unicode(in));
  }

  Event next() throws IOException {
    if (closesItself) {
      closesItself = false;
      depth--;
      return Event.END;
    }
    textLength = 0;
    while (true) {
      if (insideCharacters) {
        characterData();
        return Event.TEXT;
      }
      int b = read();
      if (b < 0) {
        if (depth > 0) {
          throw damaged();
        }
        return textLength > 0 ? Event.TEXT : Event.DONE;
      }
      if (b == '<') {
        if (textLength > 0) {
          position--;
          return Event.TEXT;
        }
        Optional<Event> event = markup();
        if (event.isPresent()) {
          return event.get();
        }
      } else {
        append(b);
        if (textLength >= PIECE) {
          return Event.TEXT;
        }
      }
    }
  }

  private void append(int b) throws IOException {
    if (b == '&') {
      reference();
    } else {
      text[textLength++] = (byte) b;
    }
  }

  /** What stands behind a {@code <}; empty for comments and instructions. */
  private Optional<Event> markup() throws IOException {
    int first = need();
    if (first == '!') {
      declaration();
      return Optional.empty();
    }
    if (first == '?') {
      skipPast("?>");
      return Optional.empty();
    }
    tagLength = 0;
    readTag(first);
    return Optional.of(first == '/' ? end() : start());
  }

  private void declaration() throws IOException {
    int b = need();
    if (b == '-' && need() == '-') {
      skipPast("-->");
    } else if (b == '[') {
      for (char expected : "CDATA[".toCharArray()) {
        if (need() != expected) {
          throw damaged();
        }
      }
      insideCharacters = true;
    } else {
      throw damaged();
    }
  }

  /** A piece of a CDATA section. */
  private void characterData() throws IOException {
    int brackets = 0;
    while (textLength < PIECE || (brackets > 0 && textLength < text.length)) {
      int b = need();
      if (b == '>' && brackets >= 2) {
        textLength -= 2;
        insideCharacters = false;
        return;
      }
      brackets = b == ']' ? brackets + 1 : 0;
      text[textLength++] = (byte) b;
    }
  }

  private void skipPast(String end) throws IOException {
    int matched = 0;
    while (matched < end.length()) {
      int b = need();
      if (b == end.charAt(matched)) {
        matched++;
      } else if (!(matched == 2 && b == '-')) {
        matched = b == end.charAt(0) ? 1 : 0;
      }
    }
  }

  private void readTag(int first) throws IOException {
    int quote = 0;
    for (int b = first; quote != 0 || b != '>'; b = need()) {
      if (quote == 0 && (b == '"' || b == '\'')) {
        quote = b;
      } else if (b == quote) {
        quote = 0;
      }
      if (tagLength == tag.length) {
        if (tagLength >= LONGEST_TAG) {
          throw damaged();
        }
        tag = Arrays.copyOf(tag, tagLength * 2);
      }
      tag[tagLength++] = (byte) b;
    }
  }

  private Event start() throws IOException {
    closesItself = tagLength > 0 && tag[tagLength - 1] == '/';
    int end = closesItself ? tagLength - 1 : tagLength;
    int at = 0;
    while (at < end && !blank(tag[at])) {
      at++;
    }
    name = local(0, at);
    attributes.clear();
    while (at < end) {
      at = attribute(at, end);
    }
    if (++depth > DEEPEST) {
      throw damaged();
    }
    return Event.START;
  }

  private Event end() throws IOException {
    int end = tagLength;
    while (end > 1 && blank(tag[end - 1])) {
      end--;
    }
    name = local(1, end);
    if (--depth < 0) {
      throw damaged();
    }
    return Event.END;
  }

  /** Reads the attribute behind {@code from}; returns where it ends. */
  private int attribute(int from, int end) throws IOException {
    int at = from;
    while (at < end && blank(tag[at])) {
      at++;
    }
    int nameFrom = at;
    while (at < end && tag[at] != '=') {
      at++;
    }
    if (at == end) {
      if (nameFrom < end) {
        throw damaged();
      }
      return end;
    }
    int nameTo = at++;
    while (at < end && blank(tag[at])) {
      at++;
    }
    if (at == end || (tag[at] != '"' && tag[at] != '\'')) {
      throw damaged();
    }
    byte quote = tag[at++];
    int valueFrom = at;
    while (at < end && tag[at] != quote) {
      at++;
    }
    if (at == end || attributes.size() > NAMES) {
      throw damaged();
    }
    attributes.put(local(nameFrom, nameTo).strip(), value(valueFrom, at));
    return at + 1;
  }

  private String value(int from, int to) throws IOException {
    String raw = new String(tag, from, to - from, StandardCharsets.UTF_8);
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder();
    int at = 0;
    for (int amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', at)) {
      int semicolon = raw.indexOf(';', amp);
      if (semicolon < 0) {
        throw damaged();
      }
      value.append(raw, at, amp).appendCodePoint(meaning(raw.substring(amp + 1, semicolon)));
      at = semicolon + 1;
    }
    return value.append(raw.substring(at)).toString();
  }

  private void reference() throws IOException {
    StringBuilder reference = new StringBuilder();
    for (int b = need(); b != ';'; b = need()) {
      if (reference.length() > 10) {
        throw damaged();
      }
      reference.append((char) b);
    }
    byte[] utf8 =
        new String(Character.toChars(meaning(reference.toString())))
            .getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, text, textLength, utf8.length);
    textLength += utf8.length;
  }

  private static int meaning(String reference) throws IOException {
    return switch (reference) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> number(reference);
    };
  }

  private static int number(String reference) throws IOException {
    try {
      boolean hex = reference.startsWith("#x");
      if (!reference.startsWith("#")) {
        throw damaged();
      }
      int point = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean character =
          Character.isValidCodePoint(point) && point != 0 && (point < 0xD800 || point > 0xDFFF);
      return character ? point : 0xFFFD;
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private String local(int from, int to) {
    int begin = from;
    for (int i = from; i < to; i++) {
      if (tag[i] == ':') {
        begin = i + 1;
      }
    }
    if (to - begin == 1) {
      return String.valueOf((char) (tag[begin] & 0xFF));
    }
    return new String(tag, begin, to - begin, StandardCharsets.UTF_8);
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  private int need() throws IOException {
    int b = read();
    if (b < 0) {
      throw damaged();
    }
    return b;
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(buffer, 0, BUFFER));
      position = 0;
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[position++] & 0xFF;
  }

  private static UnreadableTableException damaged() {
    return UnreadableTableException.damaged("workbook");
  }

  /** Name of the element that begins or ends. */
  String name() {
    return name;
  }

  /** An attribute of the element that begins. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Piece of text, {@link #textLength} bytes of it. */
  byte[] text() {
    return text;
  }

  int textLength() {
    return textLength;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
