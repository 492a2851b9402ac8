package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.sql.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose columns are not brought value by value: same facts, bounded memory. */
class LargeTableTest {

  private static final int ALL = 1 << 21;

  @TempDir Path folder;

  /** Rows whose facts can be told by thinking; x has an atom at 7 and three bad cells. */
  private TableProfile profile(int rows, int exactRows, int threads) throws IOException {
    Path parquet = folder.resolve("t" + rows + ".parquet");
    if (!Files.exists(parquet)) {
      write(parquet, rows);
    }
    RunContext run = RunContext.quiet().withThreads(threads);
    return TableProfiler.profile(parquet, reading(rows), List.of(), exactRows, run);
  }

  /** The reading of a small file with the same header, with another number of rows. */
  private Reading reading(int rows) throws IOException {
    Path csv =
        Files.writeString(folder.resolve("h.csv"), "x,y,mail,sent,city,mixed\n1,2,a,b,c,d\n");
    Reading small =
        TableReader.ingest(
            csv, folder.resolve("h.parquet"), ReadLimits.defaults(), RunContext.quiet());
    return new Reading(
        small.dialect(), small.columns(), rows, List.of(), small.origin(), small.options());
  }

  private void write(Path parquet, int rows) {
    String x =
        "CASE WHEN i % 4 = 0 THEN '7' WHEN i IN (11, 22, 33) THEN '12x' ELSE (i // 1) || '.25' END";
    String y = "CASE WHEN i % 10 = 0 THEN 'NA' ELSE ((i * 7919) % " + rows + ")::VARCHAR END";
    String sent = "strftime(TIMESTAMP '2020-01-01' + INTERVAL (i * 7) SECOND, '%Y-%m-%d %H:%M:%S')";
    String mixed = "CASE WHEN i % 3 = 0 THEN 'n' || i ELSE i::VARCHAR END";
    try (Duck duck = Duck.open(2, folder.resolve("spill"))) {
      duck.execute(
          "COPY (SELECT "
              + x
              + " AS c0, "
              + y
              + " AS c1, 'u' || i || '@example.com' AS c2, "
              + sent
              + " AS c3, 'City ' || (i % 50) AS c4, "
              + mixed
              + " AS c5 FROM range("
              + rows
              + ") t(i) ORDER BY i) TO "
              + Duck.literal(parquet)
              + " (FORMAT parquet)");
    }
  }

  private static ColumnProfile column(TableProfile profile, int position) {
    return profile.columns().get(position);
  }

  @Test
  void knowsAllOfColumnsThatHardlyRepeat() throws IOException {
    int rows = 40_000;
    TableProfile profile = profile(rows, ALL, 2);
    ColumnProfile x = column(profile, 0);
    assertThat(x.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(x.unparseable()).isEqualTo(3);
    assertThat(x.warnings().getFirst().row()).hasValue(12);
    assertThat(x.count()).isEqualTo(rows - 3);
    assertThat(x.distinct()).isEqualTo(rows * 3 / 4 - 3 + 1);
    assertThat(x.distinctIsEstimate()).isFalse();
    assertThat(x.topValues().getFirst()).isEqualTo(new TopValue("7", rows / 4));
    assertThat(((NumberFormat) profile.schema().field(0).format()).decimals()).isEqualTo(2);
    assertThat(x.max()).hasValue(new Scalar(rows - 1 + 0.25));
    ColumnProfile y = column(profile, 1);
    assertThat(y.missing()).isEqualTo(rows / 10);
    assertThat(y.kind()).isIn(Kind.NUMERIC, Kind.IDENTIFIER);
    assertThat(column(profile, 2).distinct()).isEqualTo(rows);
    assertThat(column(profile, 3).pattern()).hasValue("uuuu-MM-dd HH:mm:ss");
    assertThat(column(profile, 3).distinct()).isEqualTo(rows);
    assertThat(column(profile, 4).distinct()).isEqualTo(50);
    assertThat(column(profile, 5).kind()).isIn(Kind.IDENTIFIER, Kind.TEXT);
    assertThat(column(profile, 5).distinct()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {ALL, 8_000})
  void saysTheSameForAnyNumberOfThreads(int exactRows) throws IOException {
    String one = TableJson.mapper().writeValueAsString(profile(40_000, exactRows, 1));
    assertThat(TableJson.mapper().writeValueAsString(profile(40_000, exactRows, 3))).isEqualTo(one);
  }

  /**
   * Three quarters of x are i + 0.25, the rest 7: mean and quantiles follow. Ten million rows with
   * {@code -Dlong=true}.
   */
  @Test
  void estimatesOnlyWhatItSays() throws IOException {
    boolean many = Boolean.getBoolean("long");
    int rows = many ? 10_000_000 : 200_000;
    TableProfile profile = profile(rows, many ? ALL : 160_000, 2);
    ColumnProfile x = column(profile, 0);
    assertThat(x.count()).isEqualTo(rows - 3);
    assertThat(x.unparseable()).isEqualTo(3);
    assertThat(x.distinctIsEstimate()).isTrue();
    assertThat((double) x.distinct()).isEqualTo(rows * 0.75, within(rows * 0.03));
    assertThat(x.topValues().getFirst()).isEqualTo(new TopValue("7", rows / 4));
    assertThat(x.max()).hasValue(new Scalar(rows - 1 + 0.25));
    double sum = 0.25 * (rows * 0.75 - 3) + 7 * (rows / 4.0) - 66;
    for (long i = 0; i < rows; i++) {
      sum += i % 4 == 0 ? 0 : i;
    }
    assertThat(x.mean().orElseThrow()).isEqualTo(sum / (rows - 3), within(1e-9));
    Quantile half = x.quantiles().get(4);
    assertThat((double) half.value().value()).isEqualTo(rows / 3.0, within(rows * 0.005));
    assertThat(x.histogram().orElseThrow().counts().stream().mapToDouble(n -> n).sum())
        .isEqualTo(rows - 3, within(50.0));
    assertThat(column(profile, 4).distinctIsEstimate()).isFalse();
    assertThat((double) column(profile, 2).distinct()).isEqualTo(rows, within(rows * 0.03));
  }
}
