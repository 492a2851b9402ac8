package dev.likeness.table.relation;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.format.YesNo;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Columns by name, and their cells as things that can be compared. */
final class Columns {

  /** Stands for "no value" among keys. */
  static final long MISSING = Long.MIN_VALUE;

  private static final double DAY_NANOS = 86_400e9;

  private Columns() {}

  static int position(Schema schema, String name) {
    for (int i = 0; i < schema.width(); i++) {
      if (schema.field(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("a column of the relation, expected in the schema");
  }

  static int[] positions(Schema schema, List<String> names) {
    return names.stream().mapToInt(name -> position(schema, name)).toArray();
  }

  static int number(Schema schema, String name) {
    int position = position(schema, name);
    StorageType type = schema.field(position).type();
    if (type != StorageType.NUMERIC && type != StorageType.TEMPORAL) {
      throw new IllegalArgumentException(
          "column " + (position + 1) + " is " + type + ", expected numbers or moments");
    }
    return position;
  }

  /** Cells as whole numbers that are equal where the cells are, within one source. */
  static long[] keys(Column column) {
    return switch (column) {
      case CategoricalColumn c -> {
        long[] keys = new long[c.size()];
        for (int i = 0; i < keys.length; i++) {
          keys[i] = c.codes()[i] == CategoricalColumn.MISSING ? MISSING : c.codes()[i];
        }
        yield keys;
      }
      case NumericColumn n -> {
        long[] keys = new long[n.size()];
        for (int i = 0; i < keys.length; i++) {
          double x = n.values()[i];
          keys[i] = Double.isNaN(x) ? MISSING : Double.doubleToLongBits(x + 0.0);
        }
        yield keys;
      }
      case TemporalColumn t -> t.values();
      case TextColumn t -> {
        long[] keys = new long[t.size()];
        for (int i = 0; i < keys.length; i++) {
          keys[i] = t.values().get(i).map(Columns::hash).orElse(MISSING);
        }
        yield keys;
      }
    };
  }

  static long hash(String text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return h ^ h >>> 31;
  }

  /** Numbers as they are; moments in days since the epoch; NaN where missing. */
  static double[] numbers(Schema schema, int position, Column column) {
    if (column instanceof NumericColumn numeric) {
      return numeric.values();
    }
    TemporalColumn temporal = (TemporalColumn) column;
    TemporalFormat format = (TemporalFormat) schema.field(position).format();
    double unit = format.unit() == ChronoUnit.DAYS ? 1 : nanos(format) / DAY_NANOS;
    double[] days = new double[temporal.size()];
    for (int i = 0; i < days.length; i++) {
      long value = temporal.values()[i];
      days[i] = value == TemporalColumn.MISSING ? Double.NaN : value * unit;
    }
    return days;
  }

  private static double nanos(TemporalFormat format) {
    return format.unit().getDuration().toNanos();
  }

  /** 1 for a yes, 0 for a no, -1 where missing. */
  static byte[] flags(Column column) {
    byte[] flags = new byte[column.size()];
    if (column instanceof CategoricalColumn c) {
      byte[] meaning = new byte[c.dictionary().size()];
      for (int i = 0; i < meaning.length; i++) {
        meaning[i] = (byte) (YesNo.yes(c.dictionary().get(i)) ? 1 : 0);
      }
      for (int i = 0; i < flags.length; i++) {
        int code = c.codes()[i];
        flags[i] = code == CategoricalColumn.MISSING ? -1 : meaning[code];
      }
    } else if (column instanceof NumericColumn n) {
      for (int i = 0; i < flags.length; i++) {
        flags[i] = (byte) (Double.isNaN(n.values()[i]) ? -1 : n.values()[i] == 1 ? 1 : 0);
      }
    }
    return flags;
  }

  /** The smallest step between values of a column: a unit of the last decimal place. */
  static double unit(Schema schema, int position) {
    return schema.field(position).format() instanceof NumberFormat format
        ? Math.pow(10, -format.decimals())
        : 0;
  }

  static String list(List<String> names) {
    if (names.size() < 2) {
      return names.isEmpty() ? "" : names.getFirst();
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
