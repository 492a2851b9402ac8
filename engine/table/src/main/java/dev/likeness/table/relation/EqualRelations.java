package dev.likeness.table.relation;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Candidates for columns that are the same. */
final class EqualRelations {

  private static final int MOST = 300;
  private static final double TOLERATED = 0.01;
  private static final int TELLING = 20;

  private final Sample sample;
  private final List<Integer> columns = new ArrayList<>();
  private final List<long[]> keys = new ArrayList<>();

  EqualRelations(Sample sample) {
    this.sample = sample;
    for (int i = 0; i < sample.schema().width() && columns.size() < MOST; i++) {
      long[] cells = keys(i);
      if (cells.length - most(cells) >= TELLING) {
        columns.add(i);
        keys.add(cells);
      }
    }
  }

  private long[] keys(int position) {
    long[] keys = new long[sample.rows()];
    int at = 0;
    for (Table part : sample.parts()) {
      for (long key : keys(part.column(position))) {
        keys[at++] = key;
      }
    }
    return keys;
  }

  private static long[] keys(Column column) {
    long[] keys = Columns.keys(column);
    if (column instanceof CategoricalColumn names) {
      long[] hashes = names.dictionary().stream().mapToLong(Columns::hash).toArray();
      for (int i = 0; i < keys.length; i++) {
        keys[i] = keys[i] == Columns.MISSING ? keys[i] : hashes[(int) keys[i]];
      }
    }
    return keys;
  }

  private static int most(long[] cells) {
    Map<Long, Integer> counts = new HashMap<>();
    int most = 0;
    for (long cell : cells) {
      most = Math.max(most, counts.merge(cell, 1, Integer::sum));
    }
    return most;
  }

  List<Relation> find() {
    List<Relation> found = new ArrayList<>();
    for (int j = 1; j < columns.size(); j++) {
      for (int i = 0; i < j; i++) {
        if (type(i) == type(j) && same(keys.get(i), keys.get(j))) {
          found.add(new EqualColumns(name(i), name(j), Support.NONE));
          break;
        }
      }
    }
    return found;
  }

  private StorageType type(int i) {
    return sample.schema().field(columns.get(i)).type();
  }

  private String name(int i) {
    return sample.schema().field(columns.get(i)).name();
  }

  private boolean same(long[] a, long[] b) {
    int broken = 0;
    int allowed = (int) (TOLERATED * a.length);
    for (int row = 0; row < a.length && broken <= allowed; row++) {
      broken += a[row] == b[row] ? 0 : 1;
      if (broken > row / 4 + 1) {
        return false;
      }
    }
    return broken <= allowed && broken <= 0.05 * (a.length - most(a));
  }
}
