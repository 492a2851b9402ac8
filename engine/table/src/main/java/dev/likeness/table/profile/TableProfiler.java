package dev.likeness.table.profile;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import dev.likeness.table.io.ReadWarning;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.ColumnJudge.Verdict;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;

/**
 * Finds out what the columns of a canonical copy are, one after the other.
 *
 * <p>Stage of progress: {@code "profile"}. <b>Cost:</b> one grouping of each column by its values,
 * which spills to disk where it does not fit; on the heap at most a few million distinct numbers of
 * one column at a time. Values are told apart by their first 1,000 characters. <b>Thread-safe:</b>
 * yes.
 */
public final class TableProfiler {

  private static final int HEAD = 1000;
  private static final int LONGEST = 1000;
  private static final int CHECK_EVERY = 1 << 14;

  private final Path file;
  private final Reading reading;
  private final List<Amendment> amendments;
  private final RunContext run;

  private TableProfiler(Path file, Reading reading, List<Amendment> amendments, RunContext run) {
    this.file = file;
    this.reading = reading;
    this.amendments = List.copyOf(amendments);
    this.run = run;
    for (Amendment said : amendments) {
      if (!reading.columns().contains(said.column())) {
        throw new IllegalArgumentException("column of an amendment, expected one of the table");
      }
    }
  }

  /**
   * Profiles a copy.
   *
   * @param reading what {@link dev.likeness.table.io.TableReader} said about it
   */
  public static TableProfile profile(Path canonicalParquet, Reading reading, RunContext run) {
    return profile(canonicalParquet, reading, List.of(), run);
  }

  /**
   * Profiles a copy as people want it read.
   *
   * @param amendments at most one for a column; what they leave open is judged as ever
   * @throws IllegalArgumentException when one names a column that is not there
   */
  public static TableProfile profile(
      Path canonicalParquet, Reading reading, List<Amendment> amendments, RunContext run) {
    return new TableProfiler(canonicalParquet, reading, amendments, run).profile();
  }

  private Asked asked(String column) {
    Amendment said =
        amendments.stream()
            .filter(amendment -> amendment.column().equals(column))
            .findFirst()
            .orElseGet(() -> Amendment.none(column));
    return Asked.of(said, List.of());
  }

  private TableProfile profile() {
    int width = reading.columns().size();
    List<Field> fields = new ArrayList<>(width);
    List<ColumnProfile> columns = new ArrayList<>(width);
    Path spill = file.toAbsolutePath().resolveSibling(file.getFileName() + ".profiling");
    try (Duck duck = Duck.open(run.threads(), spill)) {
      for (int i = 0; i < width; i++) {
        run.cancellation().check();
        run.progress().at("profile", (double) i / width);
        Asked asked = asked(reading.columns().get(i));
        List<String> head = head(duck, i).stream().filter(cell -> !asked.missing(cell)).toList();
        ColumnScan scan = scan(duck, i, new ColumnScan(head, asked));
        Verdict verdict =
            new ColumnJudge(
                    reading.columns().get(i),
                    asked,
                    head,
                    scan,
                    reading.rows(),
                    reading.dialect().delimiter())
                .judge();
        fields.add(verdict.field());
        columns.add(describe(duck, i, scan, verdict, asked));
      }
    }
    run.progress().at("profile", 1);
    return new TableProfile(reading.rows(), new Schema(fields), columns);
  }

  private String from(int column) {
    return " FROM read_parquet(" + Duck.literal(file) + ") WHERE c" + column + " IS NOT NULL";
  }

  private List<String> head(Duck duck, int column) {
    return duck.query(
        "SELECT left(c" + column + ", " + LONGEST + ")" + from(column) + " LIMIT " + HEAD,
        rows -> {
          List<String> head = new ArrayList<>();
          while (rows.next()) {
            head.add(rows.getString(1));
          }
          return head;
        });
  }

  private ColumnScan scan(Duck duck, int column, ColumnScan scan) {
    long longest = duck.number("SELECT coalesce(max(strlen(c" + column + ")), 0)" + from(column));
    String value = longest > LONGEST ? "left(c" + column + ", " + LONGEST + ")" : "c" + column;
    String sql = "SELECT " + value + " AS v, count(*)" + from(column) + " GROUP BY v";
    return duck.query(sql, rows -> scan(rows, scan));
  }

  private ColumnScan scan(ResultSet rows, ColumnScan scan) throws SQLException {
    for (int i = 0; rows.next(); i++) {
      scan.take(rows.getString(1), rows.getLong(2));
      if (i % CHECK_EVERY == 0) {
        run.cancellation().check();
      }
    }
    return scan;
  }

  private ColumnProfile describe(
      Duck duck, int column, ColumnScan scan, Verdict verdict, Asked asked) {
    Field field = verdict.field();
    boolean shown = field.role() != Role.DIRECT_IDENTIFIER && field.type() != StorageType.TEXT;
    boolean typed = field.type() == StorageType.NUMERIC || field.type() == StorageType.TEMPORAL;
    long present = typed ? scan.values() - verdict.unparseable() : scan.count();
    Statistics statistics = Statistics.of(verdict);
    return new ColumnProfile(
        column + 1,
        field.name(),
        verdict.kind(),
        field.measure(),
        field.role(),
        asked.said().type().orElse(ColumnProfile.NO_TYPE),
        asked.said().role().isPresent() ? 1 : 0,
        List.of(),
        field.isModelled(),
        verdict.evidence(),
        verdict.confidence(),
        present,
        reading.rows() - present,
        typed ? scan.distinctValues() : scan.distinct(),
        false,
        verdict.unparseable(),
        decimals(field),
        pattern(field),
        statistics.min(),
        statistics.max(),
        statistics.mean(),
        statistics.sd(),
        statistics.skewness(),
        statistics.kurtosis(),
        statistics.quantiles(),
        statistics.histogram(),
        shown ? scan.top() : List.of(),
        warnings(duck, column, verdict));
  }

  private static OptionalInt decimals(Field field) {
    return field.format() instanceof NumberFormat format
        ? OptionalInt.of(format.decimals())
        : OptionalInt.empty();
  }

  private static Optional<String> pattern(Field field) {
    return field.format() instanceof TemporalFormat format
        ? Optional.of(format.pattern())
        : Optional.empty();
  }

  private List<ReadWarning> warnings(Duck duck, int column, Verdict verdict) {
    if (verdict.unparseable() == 0) {
      return List.of();
    }
    OptionalLong first = FirstUnparseable.row(duck, file, column, verdict.field());
    String message =
        verdict.unparseable()
            + " cells do not read as "
            + verdict.kind().name().toLowerCase(java.util.Locale.ROOT)
            + " values; they are taken as missing.";
    return List.of(
        new ReadWarning(
            "unparseable-cells",
            message,
            OptionalInt.of(column + 1),
            first,
            verdict.unparseable()));
  }

  /** What numbers and moments have in common, ready to be shown. */
  private record Statistics(
      Optional<Scalar> min,
      Optional<Scalar> max,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble skewness,
      OptionalDouble kurtosis,
      List<Quantile> quantiles,
      Optional<Histogram> histogram) {

    static Statistics of(Verdict verdict) {
      if (verdict.number().filter(vote -> vote.parsed() > 0).isPresent()) {
        return numeric(verdict.number().get());
      }
      if (verdict.moment().filter(vote -> vote.parsed() > 0).isPresent()) {
        return temporal(verdict.moment().get(), (TemporalFormat) verdict.field().format());
      }
      return none();
    }

    private static Statistics none() {
      return new Statistics(
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of(),
          Optional.empty());
    }

    private static Statistics numeric(NumberVote vote) {
      Moments moments = new Moments(vote.numbers());
      DoubleFunction<Scalar> shown = value -> new Scalar(value + 0.0);
      return new Statistics(
          Optional.of(shown.apply(moments.min())),
          Optional.of(shown.apply(moments.max())),
          moments.mean(),
          moments.sd(),
          moments.skewness(),
          moments.kurtosis(),
          moments.quantiles(shown),
          Optional.of(moments.histogram(vote.whole(), shown)));
    }

    private static Statistics temporal(TemporalVote vote, TemporalFormat format) {
      Moments moments = new Moments(vote.moments());
      TemporalText text = TemporalText.of(format);
      double unit = format.unit().getDuration().toNanos() / 1e9;
      DoubleFunction<Scalar> shown =
          seconds -> {
            TextBuffer out = new TextBuffer(32);
            text.write((long) Math.floor(seconds / unit), out);
            return new Scalar(out.toString());
          };
      return new Statistics(
          Optional.of(shown.apply(moments.min())),
          Optional.of(shown.apply(moments.max())),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          moments.quantiles(shown),
          Optional.of(moments.histogram(false, shown)));
    }
  }
}
