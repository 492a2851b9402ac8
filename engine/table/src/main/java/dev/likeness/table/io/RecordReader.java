package dev.likeness.table.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Cuts UTF-8 bytes into records and fields and never gives up: what a strict parser would refuse is
 * read as it most likely was meant, and counted.
 *
 * <p>LF, CR and CRLF all end a record. A quote opens only where a field begins (blanks before it
 * are skipped); inside, a doubled or escaped quote stands for itself; text after the closing quote
 * is kept. Where blanks belong to the delimiter ({@link Dialect#padded}), one behind a delimiter is
 * skipped; where the delimiter is a blank itself, any number of them are one.
 *
 * <p><b>Cost:</b> a few hundred MB/s. <b>Thread-safe:</b> no.
 */
final class RecordReader extends RecordSource {

  private static final int BUFFER = 1 << 18;
  private static final int RAW_KEPT = 1 << 16;

  private final InputStream in;
  private final byte delimiter;
  private final int quote;
  private final int escape;
  private final boolean padded;
  private final boolean runs;
  private final boolean[] stops = new boolean[256];
  private final byte[] buffer;
  private int position;
  private int limit;
  private long consumed;

  private final BitSet quoted = new BitSet();
  private final ByteArrayOutputStream carried = new ByteArrayOutputStream(0);
  private int rawFrom;
  private int rawTo;
  private boolean rawIsLong;
  private int literalField = -1;
  private boolean splitting;
  private boolean strict;
  private boolean textBehindQuote;

  private long lineFeeds;
  private long returns;
  private long returnFeeds;
  private long strayQuotes;
  private long fieldsBehindBlanks;
  private long quotedFields;
  private boolean unclosed;

  RecordReader(InputStream in, Dialect dialect, ReadLimits limits) {
    this(in, dialect, limits, BUFFER);
  }

  private RecordReader(InputStream in, Dialect dialect, ReadLimits limits, int buffer) {
    super(limits);
    this.in = in;
    this.buffer = new byte[buffer];
    this.delimiter = (byte) dialect.delimiter();
    this.quote = dialect.quote() == Dialect.NO_QUOTE ? -1 : dialect.quote();
    this.escape = dialect.escape() == Dialect.NO_QUOTE ? -1 : dialect.escape();
    this.padded = dialect.padded();
    this.runs = padded && delimiter == ' ';
    stops[delimiter & 0xFF] = true;
    stops['\n'] = true;
    stops['\r'] = true;
  }

  /** Over the bytes of one record. */
  static RecordReader over(byte[] raw, Dialect dialect, ReadLimits limits) {
    return new RecordReader(TextInput.of(raw), dialect, limits, Math.max(16, raw.length));
  }

  /** Has it take the quote that opens a field for text. */
  RecordReader withLiteralQuote(int field) {
    literalField = field;
    return this;
  }

  /** Has it take a doubled quote for the end of one field and the beginning of the next. */
  RecordReader splittingDoubledQuotes() {
    splitting = true;
    return this;
  }

  /** Has it take a quote that no field ends behind for text. */
  RecordReader closingAtEndsOnly() {
    strict = true;
    return this;
  }

  @Override
  boolean next() throws IOException {
    if (!available()) {
      return false;
    }
    begin();
    textBehindQuote = false;
    quoted.clear();
    carried.reset();
    rawIsLong = false;
    rawFrom = position;
    if (runs) {
      skipBlanks();
      if (!available()) {
        return emptyLine(-1);
      }
    }
    if (buffer[position] == '\n' || buffer[position] == '\r') {
      return emptyLine(take());
    }
    while (true) {
      int stop = field();
      endField();
      if (stop != (delimiter & 0xFF) || (runs && skipBlanks() && atLineEnd())) {
        return endRecord(stop == (delimiter & 0xFF) && available() ? take() : stop);
      }
      if (padded && !runs && available() && buffer[position] == ' ') {
        position++;
      }
    }
  }

  private boolean emptyLine(int stop) throws IOException {
    markBlank();
    endField();
    return endRecord(stop);
  }

  private boolean skipBlanks() throws IOException {
    while (available() && buffer[position] == ' ') {
      position++;
    }
    return true;
  }

  private boolean atLineEnd() throws IOException {
    return !available() || buffer[position] == '\n' || buffer[position] == '\r';
  }

  /** Reads one field; returns the byte that ended it, or -1 at the end of the file. */
  private int field() throws IOException {
    int start = length();
    if (quote >= 0 && fields() != literalField && opensQuoted()) {
      fieldsBehindBlanks += length() > start ? 1 : 0;
      cut(start);
      quoted.set(fields());
      quotedFields++;
      quoted();
      int closed = length();
      int stop = unquoted();
      textBehindQuote |= !blanks(closed);
      return stop;
    }
    return unquoted();
  }

  private boolean blanks(int from) {
    for (int i = from; i < length(); i++) {
      if (data()[i] != ' ' && data()[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether a quoted field begins here, behind blanks if any, which are then consumed. */
  private boolean opensQuoted() throws IOException {
    while (available()) {
      int b = buffer[position] & 0xFF;
      if (b == quote) {
        position++;
        return true;
      }
      if (b != ' ' || b == (delimiter & 0xFF)) {
        return false;
      }
      append(buffer, position, position + 1);
      position++;
    }
    return false;
  }

  private void quoted() throws IOException {
    while (true) {
      if (!available()) {
        unclosed = true;
        return;
      }
      int from = position;
      while (position < limit && !endsQuotedSpan(buffer[position] & 0xFF)) {
        position++;
      }
      append(buffer, from, position);
      if (position < limit && closes()) {
        return;
      }
    }
  }

  private boolean endsQuotedSpan(int b) {
    return b == quote || b == escape;
  }

  /** Handles a quote or escape inside a quoted field; true when the field is closed by it. */
  private boolean closes() throws IOException {
    int b = buffer[position++] & 0xFF;
    boolean more = available();
    int following = more ? buffer[position] & 0xFF : -1;
    if (b != quote) {
      if (following == quote || following == escape || following == '\n') {
        append(buffer, position, position + 1);
        position++;
      } else {
        append((byte) b);
      }
      return false;
    }
    if (following != quote) {
      if (!strict || following < 0 || stops[following]) {
        return true;
      }
      append((byte) quote);
      return false;
    }
    if (splitting) {
      endField();
      quoted.set(fields());
    } else {
      append((byte) quote);
    }
    position++;
    return false;
  }

  private int unquoted() throws IOException {
    boolean first = true;
    while (available()) {
      int from = position;
      byte[] bytes = buffer;
      int to = limit;
      int at = from;
      while (at < to && !stops[bytes[at] & 0xFF]) {
        at++;
      }
      position = at;
      if (at > from) {
        if (quote >= 0 && first && countsAsStray(from, at)) {
          strayQuotes++;
        }
        first = false;
        append(buffer, from, at);
      }
      if (at < to) {
        return take();
      }
    }
    return -1;
  }

  private boolean countsAsStray(int from, int to) {
    for (int i = from; i < to; i++) {
      if ((buffer[i] & 0xFF) == quote) {
        return true;
      }
    }
    return false;
  }

  private int take() {
    return buffer[position++] & 0xFF;
  }

  private boolean endRecord(int stop) throws IOException {
    rawTo = stop < 0 ? position : position - 1;
    if (stop == '\n') {
      lineFeeds++;
    } else if (stop == '\r') {
      if (followedByLineFeed()) {
        position++;
        returnFeeds++;
      } else {
        returns++;
      }
    }
    return true;
  }

  private boolean followedByLineFeed() throws IOException {
    if (position == limit) {
      keepRaw(rawTo);
      rawFrom = 0;
      rawTo = 0;
      refill();
    }
    return position < limit && buffer[position] == '\n';
  }

  private boolean available() throws IOException {
    if (position < limit) {
      return true;
    }
    keepRaw(limit);
    rawFrom = 0;
    return refill();
  }

  private boolean refill() throws IOException {
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    consumed += limit;
    position = 0;
    return limit > 0;
  }

  private void keepRaw(int to) {
    int count = to - rawFrom;
    if (count > 0) {
      rawIsLong |= carried.size() + count > RAW_KEPT;
      if (!rawIsLong) {
        carried.write(buffer, rawFrom, count);
      }
    }
  }

  /** The current record as it stands in the file, without its line end; empty if it is long. */
  Optional<byte[]> raw() {
    int count = Math.max(0, rawTo - rawFrom);
    if (rawIsLong || carried.size() + count > RAW_KEPT) {
      return Optional.empty();
    }
    byte[] raw = Arrays.copyOf(carried.toByteArray(), carried.size() + count);
    System.arraycopy(buffer, rawFrom, raw, carried.size(), count);
    return Optional.of(raw);
  }

  /** Whether a field of the current record stood in quotes. */
  boolean quoted(int field) {
    return quoted.get(field);
  }

  /** Whether something follows the closing quote of a field of the current record. */
  boolean textBehindQuote() {
    return textBehindQuote;
  }

  /** Fields that stood in quotes so far. */
  long quotedFields() {
    return quotedFields;
  }

  /** Quoted fields whose quote stands behind a blank. */
  long fieldsBehindBlanks() {
    return fieldsBehindBlanks;
  }

  @Override
  long position() {
    return consumed - (limit - position);
  }

  long strayQuotes() {
    return strayQuotes;
  }

  boolean unclosed() {
    return unclosed;
  }

  /** How most lines ended so far. */
  String lineEnd() {
    int kinds = (lineFeeds > 0 ? 1 : 0) + (returns > 0 ? 1 : 0) + (returnFeeds > 0 ? 1 : 0);
    if (kinds > 1) {
      return "MIXED";
    }
    return returnFeeds > 0 ? "CRLF" : returns > 0 ? "CR" : "LF";
  }
}
