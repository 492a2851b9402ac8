package dev.likeness.privacy.plan;

import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.treatment.BoundTreatment;
import dev.likeness.privacy.treatment.CellTreatment;
import dev.likeness.privacy.treatment.ColumnContext;
import dev.likeness.privacy.treatment.KeepTreatment;
import dev.likeness.privacy.treatment.Protection;
import dev.likeness.privacy.treatment.Row;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same rows with treated columns.
 *
 * <p>Row by row and in the order of the file. Cells of columns that are not treated stand as they
 * stood. Missing cells, and texts that stand for "no value", stay as they are.
 *
 * <p>Stage of progress: {@code "mask"}. <b>Cost:</b> memory for a few blocks of {@value #BLOCK}
 * rows. <b>Thread-safe:</b> yes.
 */
public final class MaskedCopy {

  static final int BLOCK = 2048;
  private static final int PREVIEW = 10;

  private final TableContext table;
  private final List<Optional<CellTreatment>> treatments;
  private final List<BoundTreatment<?>> bound;
  private final List<Integer> kept;
  private final List<ColumnContext> contexts;
  private final Schema schema;
  private final MaskedManifest manifest;
  private final Reading reading;

  private MaskedCopy(
      TableContext table, TreatmentPlan plan, DataKey key, Vault vault, Reading reading) {
    this.table = table;
    this.reading = reading;
    this.manifest = MaskedManifest.of(table, plan, key, reading);
    this.bound = new ArrayList<>();
    this.treatments = new ArrayList<>();
    this.contexts = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Field field = table.columns().get(i).field();
      Optional<BoundTreatment<?>> chosen = plan.of(field.name()).map(TreatmentChoice::bound);
      ColumnContext context = manifest.context(i, key, vault);
      treatments.add(chosen.map(treatment -> treatment.prepare(context)));
      bound.add(chosen.orElseGet(MaskedCopy::keep));
      contexts.add(context);
    }
    this.kept = manifest.kept();
    this.schema =
        new Schema(kept.stream().map(i -> text(table.columns().get(i).field().name())).toList());
  }

  private static BoundTreatment<?> keep() {
    return TreatmentChoice.usual(KeepTreatment.NAME).bound();
  }

  private static Field text(String name) {
    return new Field(name, StorageType.TEXT, Measure.NOMINAL, Role.HARMLESS, TextFormat.PLAIN);
  }

  /**
   * A copy of a table under a plan.
   *
   * @param reading what was said about the canonical copy
   * @param profile of the table
   * @param plan checked before
   * @param key of the dataset, or of the project that values shall match in
   * @param vault for tokens of {@code tokenize}
   */
  public static MaskedCopy of(
      Reading reading, TableProfile profile, TreatmentPlan plan, DataKey key, Vault vault) {
    return new MaskedCopy(TreatmentPlan.context(profile), plan, key, vault, reading);
  }

  /** How the copy is made; kept beside it for {@link Reveal}. */
  public MaskedManifest manifest() {
    return manifest;
  }

  /**
   * Writes the copy as CSV in the dialect of the original.
   *
   * @param canonical copy of the original
   * @param out closed at the end
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public MaskedReport write(Path canonical, OutputStream out, RunContext run) throws IOException {
    Path spill = canonical.toAbsolutePath().resolveSibling(canonical.getFileName() + ".masking");
    int width = table.columns().size();
    String columns =
        IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String sql = "SELECT " + columns + " FROM read_parquet(" + Duck.literal(canonical) + ")";
    try (CsvWriter writer = CsvWriter.to(out, schema, reading.dialect());
        Duck duck = Duck.open(run.threads(), width, spill)) {
      return duck.query(sql, rows -> new Pass(writer, run).over(rows));
    }
  }

  /**
   * The first rows of the treated columns before and after.
   *
   * @param canonical copy of the original
   */
  public List<PreviewColumn> preview(Path canonical) {
    List<List<Optional<String>>> rows = CanonicalTable.preview(canonical, PREVIEW);
    List<List<Optional<String>>> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      columns.add(rows.stream().map(row -> row.get(column)).toList());
    }
    Block block = new Block(0, columns);
    List<PreviewColumn> preview = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (treatments.get(i).isPresent()) {
        List<Optional<String>> after = kept.contains(i) ? treated(block, i).values() : List.of();
        preview.add(
            new PreviewColumn(
                table.columns().get(i).field().name(), bound.get(i).name(), columns.get(i), after));
      }
    }
    return List.copyOf(preview);
  }

  /**
   * A treated column of a preview.
   *
   * @param name of the column
   * @param treatment that it gets
   * @param before as the cells stand
   * @param after as they will stand; empty where the column is dropped
   */
  public record PreviewColumn(
      String name, String treatment, List<Optional<String>> before, List<Optional<String>> after) {

    /** Copies the lists. */
    public PreviewColumn {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** Some rows of the original, column by column. */
  private record Block(long from, List<List<Optional<String>>> columns) {

    int rows() {
      return columns.get(0).size();
    }
  }

  /** The row of a block that is treated. */
  private static final class Place implements Row {

    private final Block block;
    private int at;

    Place(Block block) {
      this.block = block;
    }

    @Override
    public long number() {
      return block.from() + at;
    }

    @Override
    public Optional<String> original(int column) {
      return block.columns().get(column).get(at);
    }
  }

  /** A treated column of a block, and what happened in it. */
  private record Treated(List<Optional<String>> values, long treated, long tokens, long missing) {}

  private Treated treated(Block block, int column) {
    List<Optional<String>> cells = block.columns().get(column);
    CellTreatment treatment = treatments.get(column).orElseThrow();
    ColumnContext context = contexts.get(column);
    Place place = new Place(block);
    List<Optional<String>> out = new ArrayList<>(cells.size());
    long treated = 0;
    long marked = 0;
    for (int row = 0; row < cells.size(); row++) {
      Optional<String> cell = cells.get(row);
      place.at = row;
      if (cell.isEmpty() || context.isMissing(cell.get())) {
        out.add(cell);
      } else {
        String made = treatment.treat(cell.get(), place);
        treated++;
        marked += TokenCipher.isToken(made) ? 1 : 0;
        out.add(Optional.of(made));
      }
    }
    return new Treated(out, treated, marked, cells.size() - treated);
  }

  /** The treated columns of a block. */
  private record Made(Table table, List<Treated> columns) {}

  private Made make(Block block) {
    List<Treated> all = new ArrayList<>();
    for (int column : kept) {
      List<Optional<String>> cells = block.columns().get(column);
      all.add(
          treatments.get(column).isPresent()
              ? treated(block, column)
              : new Treated(cells, 0, 0, cells.stream().filter(Optional::isEmpty).count()));
    }
    Table made =
        new Table(
            schema,
            all.stream()
                .<dev.likeness.table.Column>map(column -> new TextColumn(column.values()))
                .toList());
    return new Made(made, all);
  }

  /** One pass over the rows. */
  private final class Pass {

    private final CsvWriter writer;
    private final RunContext run;
    private final long[] treated = new long[kept.size()];
    private final long[] missingCells = new long[kept.size()];
    private final long[] tokens = new long[kept.size()];
    private long rows;

    Pass(CsvWriter writer, RunContext run) {
      this.writer = writer;
      this.run = run;
    }

    MaskedReport over(ResultSet cells) throws SQLException {
      run.progress().at("mask", 0);
      for (List<Block> blocks = next(cells); !blocks.isEmpty(); blocks = next(cells)) {
        List<Block> taken = blocks;
        Parallel.map(taken.size(), run, i -> make(taken.get(i))).forEach(this::write);
        run.progress().at("mask", (double) rows / Math.max(1, reading.rows()));
      }
      run.progress().at("mask", 1);
      return report();
    }

    private List<Block> next(ResultSet cells) throws SQLException {
      List<Block> blocks = new ArrayList<>();
      while (blocks.size() < 2 * run.threads()) {
        run.cancellation().check();
        Block block = block(cells);
        if (block.rows() > 0) {
          blocks.add(block);
        }
        if (block.rows() < BLOCK) {
          break;
        }
      }
      return blocks;
    }

    private Block block(ResultSet cells) throws SQLException {
      int width = table.columns().size();
      List<List<Optional<String>>> columns = new ArrayList<>(width);
      for (int i = 0; i < width; i++) {
        columns.add(new ArrayList<>(BLOCK));
      }
      long from = rows;
      int count = 0;
      for (; count < BLOCK && cells.next(); count++) {
        for (int i = 0; i < width; i++) {
          columns.get(i).add(Optional.ofNullable(cells.getString(i + 1)));
        }
      }
      rows += count;
      return new Block(from, columns);
    }

    private void write(Made made) {
      writer.accept(made.table());
      for (int i = 0; i < treated.length; i++) {
        treated[i] += made.columns().get(i).treated();
        missingCells[i] += made.columns().get(i).missing();
        tokens[i] += made.columns().get(i).tokens();
      }
    }

    private MaskedReport report() {
      List<MaskedReport.Column> columns = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        BoundTreatment<?> treatment = bound.get(i);
        Protection protection = treatment.protection();
        int at = kept.indexOf(i);
        boolean whole = treatment.name().equals("encrypt") || treatment.name().equals("tokenize");
        columns.add(
            new MaskedReport.Column(
                table.columns().get(i).field().name(),
                treatment.name(),
                protection,
                at < 0 ? 0 : treated[at],
                at < 0 ? 0 : missingCells[at],
                at < 0 || whole ? 0 : tokens[at]));
      }
      return new MaskedReport(rows, columns);
    }
  }
}
