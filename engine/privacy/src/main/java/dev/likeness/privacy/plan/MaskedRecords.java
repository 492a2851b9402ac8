package dev.likeness.privacy.plan;

import dev.likeness.table.io.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads back the records of a file that {@link dev.likeness.table.io.CsvWriter} wrote. */
final class MaskedRecords {

  private final BufferedReader in;
  private final Dialect dialect;

  MaskedRecords(InputStream in, Dialect dialect) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    this.dialect = dialect;
  }

  /** The fields of the next record; empty at the end. */
  Optional<List<String>> next() throws IOException {
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    while (true) {
      if (c == dialect.quote() && field.isEmpty()) {
        c = quoted(field);
      }
      while (c >= 0 && c != dialect.delimiter() && c != '\n') {
        field.append((char) c);
        c = in.read();
      }
      fields.add(field.toString());
      field.setLength(0);
      if (c != dialect.delimiter()) {
        return Optional.of(fields);
      }
      c = in.read();
    }
  }

  /** Takes a quoted field; gives the character behind it. */
  private int quoted(StringBuilder field) throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == dialect.escape() && dialect.escape() != dialect.quote()) {
        field.append((char) in.read());
      } else if (c == dialect.quote()) {
        int next = in.read();
        if (next != dialect.quote()) {
          return next;
        }
        field.append((char) next);
      } else {
        field.append((char) c);
      }
    }
    return -1;
  }
}
