package dev.likeness.table.profile;

import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import dev.likeness.table.io.ReadWarning;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.ColumnFeed.Stored;
import dev.likeness.table.profile.ColumnJudge.Verdict;
import dev.likeness.table.sql.Duck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;

/**
 * Finds out what the columns of a canonical copy are, a few at a time.
 *
 * <p>Up to 2,097,152 rows every figure is exact. Above, columns of more than half a million
 * different values have an estimated number of these (by their smallest hashes), and their
 * quantiles, histogram and choice of frequent values come from a fixed sample of about 1,048,576
 * rows; counts, extremes and moments stay exact, and the profile says which is which.
 *
 * <p>Stage of progress: {@code "profile"}. <b>Cost:</b> one pass over each column; on the heap less
 * than 100 MB for each thread. Values are told apart by their first 1,000 characters. Results do
 * not depend on the number of threads. <b>Thread-safe:</b> yes.
 */
public final class TableProfiler {

  private static final int AT_ONCE = 64;
  private static final int EXACT_ROWS = 1 << 21;

  private final Path file;
  private final Reading reading;
  private final List<Amendment> amendments;
  private final int exactRows;
  private final RunContext run;

  private TableProfiler(
      Path file, Reading reading, List<Amendment> amendments, int exactRows, RunContext run) {
    this.file = file;
    this.reading = reading;
    this.amendments = List.copyOf(amendments);
    this.exactRows = exactRows;
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
    return profile(canonicalParquet, reading, amendments, EXACT_ROWS, run);
  }

  /** Profiles with another number of rows up to which nothing is estimated. */
  static TableProfile profile(
      Path canonicalParquet,
      Reading reading,
      List<Amendment> amendments,
      int exactRows,
      RunContext run) {
    return new TableProfiler(canonicalParquet, reading, amendments, exactRows, run).profile();
  }

  private Asked asked(String column) {
    Amendment said =
        amendments.stream()
            .filter(amendment -> amendment.column().equals(column))
            .findFirst()
            .orElseGet(() -> Amendment.none(column));
    return Asked.of(said, reading);
  }

  private TableProfile profile() {
    int width = reading.columns().size();
    Found[] found = new Found[width];
    Path spill = file.toAbsolutePath().resolveSibling(file.getFileName() + ".profiling");
    try (Duck duck = Duck.open(run.threads(), spill)) {
      Map<String, Stored> stored = ColumnFeed.stored(duck, file);
      AtomicInteger done = new AtomicInteger();
      for (int from = 0; from < width; from += AT_ONCE) {
        int first = from;
        int count = Math.min(AT_ONCE, width - from);
        List<List<String>> heads = feed(duck).heads(first, first + count);
        List<List<String>> starts = RowOrder.starts(duck, file, first, first + count);
        Parallel.forEach(
            count,
            run,
            i -> {
              int column = first + i;
              Stored known = stored.getOrDefault("c" + column, Stored.UNKNOWN);
              found[column] = column(duck, column, known, heads.get(i), starts.get(i));
              run.progress().at("profile", (double) done.incrementAndGet() / width);
            });
      }
    }
    run.progress().at("profile", 1);
    List<Field> fields = Arrays.stream(found).map(column -> column.field()).toList();
    List<ColumnProfile> columns = Arrays.stream(found).map(column -> column.profile()).toList();
    return new TableProfile(reading.rows(), new Schema(fields), Places.marked(columns, amendments));
  }

  private record Found(Field field, ColumnProfile profile) {}

  private ColumnFeed feed(Duck connection) {
    return new ColumnFeed(connection, file, reading.rows(), exactRows, run);
  }

  private Found column(
      Duck duck, int column, Stored stored, List<String> first, List<String> start) {
    Asked asked = asked(reading.columns().get(column));
    List<String> head = first.stream().filter(cell -> !asked.missing(cell)).toList();
    try (Duck connection = duck.fork()) {
      ColumnFeed feed = feed(connection);
      ColumnScan scan = feed.scan(column, stored, head, asked);
      Verdict verdict =
          new ColumnJudge(
                  reading.columns().get(column),
                  asked,
                  head,
                  scan,
                  reading.rows(),
                  reading.dialect().delimiter())
              .judge();
      Field field = verdict.field();
      Optional<Series> series =
          RowOrder.of(connection, file, reading.rows(), column, start, field, verdict.kind());
      return new Found(field, describe(connection, column, scan, verdict, asked, series));
    }
  }

  private ColumnProfile describe(
      Duck duck,
      int column,
      ColumnScan scan,
      Verdict verdict,
      Asked asked,
      Optional<Series> series) {
    Field field = verdict.field();
    Statistics statistics = Statistics.of(verdict, scan);
    boolean shown = field.role() != Role.DIRECT_IDENTIFIER && field.type() != StorageType.TEXT;
    boolean typed = field.type() == StorageType.NUMERIC || field.type() == StorageType.TEMPORAL;
    long present = typed ? scan.values() - verdict.unparseable() : scan.count();
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
        !scan.isExact(),
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
        shown ? scan.top().isEmpty() ? statistics.frequent() : scan.top() : List.of(),
        series,
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
      Optional<Histogram> histogram,
      List<TopValue> frequent) {

    static Statistics of(Verdict verdict, ColumnScan scan) {
      if (verdict.number().filter(vote -> vote.parsed() > 0).isPresent()) {
        NumberVote vote = verdict.number().get();
        return numeric(vote, scan.kept(vote), (NumberFormat) verdict.field().format());
      }
      if (verdict.moment().filter(vote -> vote.parsed() > 0).isPresent()) {
        TemporalVote vote = verdict.moment().get();
        TemporalFormat format = (TemporalFormat) verdict.field().format();
        return temporal(vote, scan.kept(vote), format);
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
          Optional.empty(),
          List.of());
    }

    private static long units(double seconds, double unit) {
      return (long) Math.floor(seconds / unit);
    }

    private static DoubleFunction<String> written(Writing writing) {
      return value -> {
        TextBuffer out = new TextBuffer(32);
        writing.write(value, out);
        return out.toString();
      };
    }

    private interface Writing {
      void write(double value, TextBuffer out);
    }

    private static Statistics numeric(NumberVote vote, Distincts kept, NumberFormat format) {
      Moments moments = new Moments(vote.numbers(), kept);
      NumberText text = NumberText.of(format);
      DoubleFunction<Scalar> shown = value -> new Scalar(value + 0.0);
      return new Statistics(
          Optional.of(shown.apply(moments.min())),
          Optional.of(shown.apply(moments.max())),
          moments.mean(),
          moments.sd(),
          moments.skewness(),
          moments.kurtosis(),
          moments.quantiles(shown),
          Optional.of(moments.histogram(vote.whole(), shown)),
          moments.frequent(written(text::write)));
    }

    private static Statistics temporal(TemporalVote vote, Distincts kept, TemporalFormat format) {
      Moments moments = new Moments(vote.moments(), kept);
      TemporalText text = TemporalText.of(format);
      double unit = format.unit().getDuration().toNanos() / 1e9;
      DoubleFunction<Scalar> shown =
          seconds -> {
            TextBuffer out = new TextBuffer(32);
            text.write(units(seconds, unit), out);
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
          Optional.of(moments.histogram(false, shown)),
          moments.frequent(written((value, out) -> text.write(units(value, unit), out))));
    }
  }
}
