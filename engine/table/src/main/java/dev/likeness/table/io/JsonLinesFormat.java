package dev.likeness.table.io;

import com.google.auto.service.AutoService;
import dev.likeness.table.io.WarningLog.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * JSON objects, one for each row, on lines of their own or in one array.
 *
 * <p>The columns are all names of fields in the order in which they appear first; a field that an
 * object has not, null and the empty text are empty cells; numbers stand as they are written; lists
 * and objects become JSON text and are counted. <b>Cost:</b> two passes over the text.
 */
@AutoService(TableFormat.class)
public final class JsonLinesFormat implements TableFormat {

  private static final int CHECK_EVERY = 1 << 12;

  /** For the service loader. */
  public JsonLinesFormat() {}

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public boolean recognises(byte[] head) {
    return Signatures.json(head);
  }

  @Override
  public Reading read(ReadTask task) throws IOException {
    DetectedCharset charset = DetectedCharset.of(task.file(), task.options().charset());
    Map<String, Integer> columns = columns(task, charset);
    if (columns.isEmpty()) {
      throw UnreadableTableException.notATable("is JSON without any field");
    }
    Path plain = task.scratch().resolve("plain.csv");
    CleanCopy copy = new CleanCopy(new CleanCopy.Shape(true, 0, columns.size(), false, true), task);
    try (TextInput text = TextInput.open(task.file(), charset);
        JsonRecords records =
            new JsonRecords(open(text, task), columns, task.limits(), copy.log())) {
      copy.write(records, Optional::empty, plain);
      tell(copy.log(), charset, text);
    }
    PlainStore.store(copy.plain(plain), task);
    return new Reading(
        new Dialect(charset.charset().name(), ',', '"', '"', true, 0, "LF"),
        copy.names(),
        copy.rows(),
        copy.log().warnings(),
        Origin.of(name()),
        task.options());
  }

  private static JsonObjects open(TextInput text, ReadTask task) throws IOException {
    return JsonObjects.of(text, task.limits().maxFieldBytes());
  }

  private static Map<String, Integer> columns(ReadTask task, DetectedCharset charset)
      throws IOException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    long bytes = 0;
    try (TextInput text = TextInput.open(task.file(), charset);
        JsonObjects objects = open(text, task)) {
      while (objects.objects() < task.mostRows() && objects.next()) {
        Optional<String> name = objects.field();
        while (name.isPresent()) {
          if (columns.putIfAbsent(name.get(), columns.size()) == null) {
            bytes += name.get().getBytes(StandardCharsets.UTF_8).length;
            check(columns.size(), bytes, task.limits());
          }
          objects.skip();
          name = objects.field();
        }
        if (objects.objects() % CHECK_EVERY == 0) {
          task.run().cancellation().check();
        }
      }
    }
    return columns;
  }

  private static void check(int columns, long bytes, ReadLimits limits) {
    if (columns > limits.maxColumns()) {
      throw UnreadableTableException.tooManyColumns(limits.maxColumns());
    }
    if (bytes > limits.maxHeaderBytes()) {
      throw UnreadableTableException.tooLarge("header", limits.maxHeaderBytes(), "bytes", "");
    }
  }

  private static void tell(WarningLog log, DetectedCharset charset, TextInput text) {
    if (charset.guessed()) {
      log.add(
          Kind.ODD_CHARSET, OptionalInt.empty(), OptionalLong.empty(), 1, charset.charset().name());
    }
    if (text.replaced() > 0) {
      log.add(Kind.INVALID_BYTES, text.replaced());
    }
  }
}
