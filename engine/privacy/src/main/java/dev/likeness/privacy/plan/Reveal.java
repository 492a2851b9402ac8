package dev.likeness.privacy.plan;

import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.cipher.UndecipherableException;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.treatment.CellTreatment;
import dev.likeness.privacy.treatment.ColumnContext;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import dev.likeness.table.io.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes what can be undone of a masked copy: the inverse of {@link MaskedCopy} for reversible
 * columns.
 *
 * <p>It decides nothing about who may: that is the reveal desk's.
 *
 * <p><b>Cost:</b> streaming; memory for one block of rows, and the vault where {@code tokenize} was
 * used. <b>Thread-safe:</b> yes.
 */
public final class Reveal {

  private static final int BLOCK = 2048;

  private final MaskedManifest manifest;
  private final DataKey key;
  private final Vault vault;

  private Reveal(MaskedManifest manifest, DataKey key, Vault vault) {
    this.manifest = manifest;
    this.key = key;
    this.vault = vault;
  }

  /**
   * For a copy.
   *
   * @param manifest that was kept beside it
   * @param key that it was made with
   * @param vault of its tokens; {@link Vault#NONE} where {@code tokenize} was not used
   * @throws IllegalArgumentException when the key is another
   */
  public static Reveal of(MaskedManifest manifest, DataKey key, Vault vault) {
    if (!manifest.keyId().equals(key.id())) {
      throw new IllegalArgumentException(
          "key = " + key.id() + ", expected " + manifest.keyId() + ", which made the copy");
    }
    return new Reveal(manifest, key, vault);
  }

  /** Names of the columns that can be undone. */
  public List<String> columns() {
    return manifest.reversible();
  }

  /**
   * Writes some columns of a copy in clear text, all rows in their order, as CSV with a header in
   * the dialect of the copy.
   *
   * @param masked the copy; read to its end, not closed
   * @param columns names out of {@link #columns}
   * @param out closed at the end
   * @return number of rows
   * @throws IllegalArgumentException when a column cannot be undone
   * @throws UndecipherableException when a cell was not made by this key
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public long write(InputStream masked, List<String> columns, OutputStream out, RunContext run)
      throws IOException {
    List<Cells> wanted = columns.stream().map(this::cells).toList();
    Schema schema = new Schema(wanted.stream().map(Cells::field).toList());
    MaskedRecords records = new MaskedRecords(masked, manifest.dialect());
    long rows = 0;
    try (CsvWriter writer = CsvWriter.to(out, schema, manifest.dialect())) {
      if (manifest.dialect().header()) {
        records.next();
      }
      List<List<String>> block = block(records, run);
      while (!block.isEmpty()) {
        writer.accept(revealed(block, wanted, schema, rows));
        rows += block.size();
        block = block(records, run);
      }
    }
    return rows;
  }

  private static List<List<String>> block(MaskedRecords records, RunContext run)
      throws IOException {
    run.cancellation().check();
    List<List<String>> block = new ArrayList<>(BLOCK);
    while (block.size() < BLOCK) {
      Optional<List<String>> record = records.next();
      if (record.isEmpty()) {
        break;
      }
      block.add(record.get());
    }
    return block;
  }

  private static Table revealed(
      List<List<String>> block, List<Cells> wanted, Schema schema, long from) {
    List<dev.likeness.table.Column> columns = new ArrayList<>();
    for (Cells cells : wanted) {
      List<Optional<String>> values = new ArrayList<>(block.size());
      for (int row = 0; row < block.size(); row++) {
        values.add(cells.reveal(block.get(row), from + row));
      }
      columns.add(new TextColumn(values));
    }
    return new Table(schema, columns);
  }

  private Cells cells(String name) {
    for (int i = 0; i < manifest.columns().size(); i++) {
      MaskedManifest.Column column = manifest.columns().get(i);
      if (column.field().name().equals(name) && column.isReversible()) {
        ColumnContext context = manifest.context(i, key, vault);
        return new Cells(
            text(name),
            manifest.kept().indexOf(i),
            column.bound().orElseThrow().prepare(context),
            context);
      }
    }
    throw new IllegalArgumentException(
        "column = " + name + ", expected one of " + String.join(", ", columns()));
  }

  private static Field text(String name) {
    return new Field(name, StorageType.TEXT, Measure.NOMINAL, Role.HARMLESS, TextFormat.PLAIN);
  }

  /** The cells of one column. */
  private record Cells(Field field, int at, CellTreatment treatment, ColumnContext context) {

    Optional<String> reveal(List<String> record, long row) {
      if (at >= record.size()) {
        throw new UndecipherableException("row " + (row + 1) + " is too short");
      }
      String cell = record.get(at);
      if (context.isMissing(cell)) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
      }
      return Optional.of(treatment.reveal(cell));
    }
  }
}
