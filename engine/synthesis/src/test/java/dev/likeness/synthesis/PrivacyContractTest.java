package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no model may remember: 1,000 values that one row each has, planted in every kind of column,
 * and the names, addresses and numbers of people.
 */
class PrivacyContractTest {

  private static final int ROWS = 6000;
  private static final int PLANTED = 1000;
  private static final CounterRandom RANDOM = CounterRandom.of(2026);
  private static final Table TABLE = planted();

  static Stream<Synthesizer<?>> models() {
    return Synthesizers.all().stream();
  }

  /** Every sixth row has a value of its own in each column; the others share few values. */
  private static Table planted() {
    double[] money = new double[ROWS];
    double[] count = new double[ROWS];
    int[] code = new int[ROWS];
    long[] moment = new long[ROWS];
    List<String> names = new ArrayList<>(List.of("red", "green", "blue"));
    List<Optional<String>> remark = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      boolean own = i % (ROWS / PLANTED) == 0;
      double u = RANDOM.uniform(i, 0);
      money[i] = own ? Math.rint(1e13 * u) / 1e4 : Math.floor(10 * u);
      count[i] = own ? Math.rint(1e14 * RANDOM.uniform(i, 1)) : Math.floor(4 * u);
      moment[i] = own ? (long) (1e17 * RANDOM.uniform(i, 2)) : (long) (5 * u);
      code[i] = own ? names.size() : (int) (3 * u);
      if (own) {
        names.add("Planted-" + Long.toHexString(RANDOM.bits(i, 3)));
      }
      remark.add(Optional.of("Remark-" + Long.toHexString(RANDOM.bits(i, 4))));
    }
    return new Table(
        Schema.of(
            Field.numeric("money", 4),
            Field.numeric("count", 0),
            Field.nominal("code"),
            nanos("moment"),
            TestTables.text("remark")),
        List.of(
            new NumericColumn(money),
            new NumericColumn(count),
            new CategoricalColumn(code, names),
            new TemporalColumn(moment),
            new TextColumn(remark)));
  }

  private static Field nanos(String name) {
    TemporalFormat format =
        new TemporalFormat("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", ChronoUnit.NANOS, "");
    return new Field(name, StorageType.TEMPORAL, Measure.CONTINUOUS, Role.HARMLESS, format);
  }

  private static <O extends Record> FittedSynthesizer fit(Synthesizer<O> model, Table table) {
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    return model.fit(table, options, new FitContext(1, RunContext.quiet()));
  }

  private static byte[] bytes(FittedSynthesizer model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ModelFiles.write(model.save(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers that one row of a column has, as doubles. */
  private static Set<Double> singles(Column column) {
    Set<Double> singles = new HashSet<>();
    for (int row = 0; row < ROWS; row += ROWS / PLANTED) {
      singles.add(
          column instanceof NumericColumn numbers
              ? numbers.values()[row]
              : (double) ((TemporalColumn) column).values()[row]);
    }
    return singles;
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    CategoricalColumn codes = (CategoricalColumn) TABLE.column(2);
    TextColumn text = (TextColumn) TABLE.column(4);
    for (int row = 0; row < ROWS; row += ROWS / PLANTED) {
      words.add(codes.dictionary().get(codes.codes()[row]));
      words.add(text.values().get(row).orElseThrow());
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelsBytesHoldNoValueOfASingleRow(Synthesizer<?> model) {
    byte[] bytes = bytes(fit(model, TABLE));
    assertNoneIn(bytes);
  }

  private static void assertNoneIn(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(words()).noneMatch(text::contains);
    Set<Double> doubles = new HashSet<>();
    Set<Long> longs = new HashSet<>();
    Set<Float> floats = new HashSet<>();
    Set<Integer> ints = new HashSet<>();
    for (int column : new int[] {0, 1, 3}) {
      for (double single : singles(TABLE.column(column))) {
        doubles.add(single);
        longs.add((long) single);
        longs.add(Math.round(single * 1e4));
        floats.add((float) single);
        if (Math.abs(single) < Integer.MAX_VALUE) {
          ints.add((int) single);
        }
        String written = java.math.BigDecimal.valueOf(single).toPlainString();
        assertThat(text.contains(written)).isFalse();
      }
    }
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int offset = 0; offset < bytes.length - 8; offset++) {
      if (doubles.contains(all.getDouble(offset))
          || longs.contains(all.getLong(offset))
          || floats.contains(all.getFloat(offset))
          || ints.contains(all.getInt(offset))) {
        throw new AssertionError("a planted value lies at byte " + offset);
      }
    }
  }

  /** The search itself must be able to find: a model that kept the values would be caught. */
  @Test
  void theSearchFindsAValueThatIsThere() throws IOException {
    double single = ((NumericColumn) TABLE.column(0)).values()[6];
    byte[] guilty =
        ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putDouble(3, single).array();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> assertNoneIn(guilty))
        .isInstanceOf(AssertionError.class);
    byte[] word = ("x" + words().iterator().next() + "y").getBytes(StandardCharsets.UTF_8);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> assertNoneIn(word))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void aHundredThousandRowsHoldNoValueOfASingleRow(Synthesizer<?> model) {
    List<Set<Double>> singles =
        IntStream.of(0, 1, 3).mapToObj(i -> singles(TABLE.column(i))).toList();
    Set<String> words = words();
    fit(model, TABLE)
        .sample(
            SampleRequest.rows(100_000, 1),
            batch -> {
              for (int row = 0; row < batch.rows(); row++) {
                double money = ((NumericColumn) batch.column(0)).values()[row];
                double count = ((NumericColumn) batch.column(1)).values()[row];
                CategoricalColumn codes = (CategoricalColumn) batch.column(2);
                double moment = ((TemporalColumn) batch.column(3)).values()[row];
                String word = codes.dictionary().get(codes.codes()[row]);
                String text = ((TextColumn) batch.column(4)).values().get(row).orElseThrow();
                if (singles.get(0).contains(money)
                    || singles.get(1).contains(count)
                    || singles.get(2).contains(moment)
                    || words.contains(word)
                    || words.contains(text)) {
                  throw new AssertionError("row " + row + " holds a planted value");
                }
              }
            },
            RunContext.quiet());
  }

  @ParameterizedTest
  @MethodSource("models")
  void staysInsideProtectedBounds(Synthesizer<?> model) {
    double[] values = new double[2000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(1e6 * RANDOM.uniform(i, 9)) / 100;
    }
    values[100] = 1e9;
    values[200] = -1e9;
    Table table = new Table(Schema.of(Field.numeric("x", 2)), List.of(new NumericColumn(values)));
    fit(model, table)
        .sample(
            SampleRequest.rows(50_000, 1),
            batch ->
                assertThat(java.util.Arrays.stream(((NumericColumn) batch.column(0)).values()))
                    .allMatch(v -> v >= 0 && v <= 1e4),
            RunContext.quiet());
  }

  /** Whatever kind the columns that name people are held as, nothing of them is kept. */
  @ParameterizedTest
  @MethodSource("models")
  void noNameAddressOrNumberOfACustomerIsKept(Synthesizer<?> model) {
    int rows = 500;
    String[] first = {"Ada", "Blaise", "Carl", "Dorothea", "Emmy", "Felix", "Grace", "Henri"};
    String[] last = {"Abelson", "Brockmann", "Castellanos", "Dubois", "Eriksson", "Fujimoto"};
    List<Optional<String>> names = new ArrayList<>();
    List<String> mails = new ArrayList<>();
    double[] phones = new double[rows];
    double[] spent = new double[rows];
    for (int i = 0; i < rows; i++) {
      String name = first[i % first.length] + " " + last[i % last.length];
      names.add(Optional.of(name));
      mails.add(name.replace(' ', '.') + i + "@mail.example");
      phones[i] = 4_930_000_000_000L + RANDOM.below(9_999_999_999L, i, 20);
      spent[i] = Math.rint(1e4 * RANDOM.uniform(i, 21)) / 100;
    }
    Table table =
        new Table(
            Schema.of(
                TestTables.text("name"),
                identifier("mail", StorageType.CATEGORICAL),
                identifier("phone", StorageType.NUMERIC),
                Field.numeric("spent", 2)),
            List.of(
                new TextColumn(names),
                new CategoricalColumn(IntStream.range(0, rows).toArray(), mails),
                new NumericColumn(phones),
                new NumericColumn(spent)));
    FittedSynthesizer fitted = fit(model, table);
    String bytes = new String(bytes(fitted), StandardCharsets.ISO_8859_1);
    StringBuilder made = new StringBuilder(bytes);
    fitted.sample(
        SampleRequest.rows(2000, 1), batch -> made.append(batch.columns()), RunContext.quiet());
    for (int i = 0; i < rows; i++) {
      assertThat(made.indexOf(names.get(i).orElseThrow())).isNegative();
      assertThat(made.indexOf(mails.get(i))).isNegative();
      assertThat(made.indexOf(Long.toString((long) phones[i]))).isNegative();
    }
    assertThat(made.toString()).contains("name-000001", "mail-002000").doesNotContain("@mail");
  }

  private static Field identifier(String name, StorageType type) {
    return new Field(
        name,
        type,
        Measure.NOMINAL,
        Role.DIRECT_IDENTIFIER,
        type == StorageType.NUMERIC ? dev.likeness.table.NumberFormat.plain(0) : TextFormat.PLAIN);
  }
}
