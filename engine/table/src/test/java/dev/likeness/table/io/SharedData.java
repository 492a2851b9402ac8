package dev.likeness.table.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.table.TableJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder of real tables beside the project, where it is there. */
final class SharedData {

  private SharedData() {}

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (at.getFileName() != null) {
        Path data = at.resolveSibling("shared").resolve("data");
        if (Files.exists(data.resolve("manifest.json"))) {
          return Optional.of(data);
        }
      }
    }
    return Optional.empty();
  }

  static List<JsonNode> tables(Path data) throws IOException {
    JsonNode manifest = TableJson.mapper().readTree(data.resolve("manifest.json").toFile());
    List<JsonNode> tables = new ArrayList<>();
    (manifest.isArray() ? manifest : manifest.get("tables")).forEach(tables::add);
    return tables;
  }

  /**
   * Records of a text by RFC 4180 and nothing else: the slow and obvious reader that ours is held
   * against.
   *
   * @param most records that are wanted
   */
  static List<List<String>> records(
      String text, char delimiter, char quote, char escape, int most) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean opened = false;
    for (int i = 0; i < text.length() && records.size() < most; i++) {
      char c = text.charAt(i);
      char following = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (quoted) {
        if (c == escape && (following == quote || (following == escape && escape != quote))) {
          field.append(following);
          i++;
        } else if (c == quote) {
          quoted = false;
        } else {
          field.append(c);
        }
      } else if (c == quote && field.isEmpty() && !opened) {
        quoted = true;
        opened = true;
      } else if (c == delimiter || c == '\n' || c == '\r') {
        record.add(field.toString());
        field.setLength(0);
        opened = false;
        if (c != delimiter) {
          records.add(record);
          record = new ArrayList<>();
          i += c == '\r' && following == '\n' ? 1 : 0;
        }
      } else {
        field.append(c);
      }
    }
    if (records.size() < most && (!field.isEmpty() || !record.isEmpty() || opened)) {
      record.add(field.toString());
      records.add(record);
    }
    records.removeIf(fields -> fields.size() == 1 && fields.getFirst().isEmpty());
    return records;
  }
}
