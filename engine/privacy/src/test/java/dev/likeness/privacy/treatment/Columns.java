package dev.likeness.privacy.treatment;

import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextFormat;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables for tests of treatments. */
public final class Columns {

  public static final DataKey KEY = DataKey.generate(KeyScope.dataset("default", "d1"));

  private Columns() {}

  public static TableContext.Column text(String name, String type) {
    return new TableContext.Column(
        new Field(
            name,
            StorageType.TEXT,
            Measure.NOMINAL,
            type.equals("none") ? Role.HARMLESS : Role.DIRECT_IDENTIFIER,
            TextFormat.PLAIN),
        type);
  }

  public static TableContext.Column date(String name, String pattern) {
    return new TableContext.Column(
        new Field(
            name,
            StorageType.TEMPORAL,
            Measure.CONTINUOUS,
            Role.QUASI_IDENTIFIER,
            new TemporalFormat(pattern, ChronoUnit.DAYS, "")),
        "date_of_birth");
  }

  public static TableContext.Column number(String name, String type) {
    return new TableContext.Column(Field.numeric(name, 0), type);
  }

  public static TableContext table(TableContext.Column... columns) {
    return new TableContext(List.of(columns));
  }

  public static ColumnContext column(TableContext table, int position) {
    return new ColumnContext(table, position, Optional.of(KEY), new MapVault());
  }

  public static Row row(String... cells) {
    return row(0, cells);
  }

  public static Row row(long number, String... cells) {
    List<Optional<String>> values = Arrays.stream(cells).map(Optional::ofNullable).toList();
    return new Row() {
      @Override
      public long number() {
        return number;
      }

      @Override
      public Optional<String> original(int column) {
        return values.get(column);
      }
    };
  }

  /** A vault in memory. */
  public static final class MapVault implements Vault {
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public synchronized void keep(String token, String sealed) {
      kept.putIfAbsent(token, sealed);
    }

    @Override
    public synchronized Optional<String> find(String token) {
      return Optional.ofNullable(kept.get(token));
    }
  }
}
