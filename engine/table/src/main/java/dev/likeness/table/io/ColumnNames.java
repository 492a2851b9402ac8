package dev.likeness.table.io;

import dev.likeness.table.io.WarningLog.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every column a name of its own, and logs where the file's own name would not do. */
final class ColumnNames {

  private final WarningLog log;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> given;

  private ColumnNames(List<String> header, WarningLog log) {
    this.log = log;
    this.given = new HashSet<>(header);
  }

  /** Names after the columns' positions, of a table without a header. */
  static List<String> ofPositions(int width) {
    List<String> names = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      names.add("column_" + i);
    }
    return names;
  }

  /** The names of a header, which may be shorter than the table is wide. */
  static List<String> of(List<String> header, int width, WarningLog log) {
    List<String> given = padded(header) ? header.stream().map(String::strip).toList() : header;
    ColumnNames names = new ColumnNames(given, log);
    List<String> unique = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      unique.add(names.next(i < given.size() ? given.get(i) : "", i + 1));
    }
    return unique;
  }

  /** Whether blanks stand at all names, as they do where a table is drawn. */
  private static boolean padded(List<String> header) {
    List<String> named = header.stream().filter(name -> !name.isBlank()).toList();
    return named.size() > 1
        && named.stream().allMatch(name -> name.startsWith(" ") || name.endsWith(" "));
  }

  private String next(String wanted, int position) {
    String name = wanted;
    if (wanted.isBlank()) {
      log.addColumn(Kind.EMPTY_NAME, position);
      name = "column_" + position;
      name = taken.contains(name) || given.contains(name) ? numbered(name) : name;
    } else if (taken.contains(wanted)) {
      log.addColumn(Kind.DUPLICATE_NAME, position);
      name = numbered(wanted);
    }
    taken.add(name);
    return name;
  }

  private String numbered(String name) {
    int number = 2;
    while (taken.contains(name + "_" + number) || given.contains(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }
}
