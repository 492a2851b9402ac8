package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

  private static String write(Schema schema, Dialect dialect, Table... batches) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = CsvWriter.to(out, schema, dialect)) {
      for (Table batch : batches) {
        writer.accept(batch);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Dialect dialect(char delimiter, char quote, char escape, boolean header) {
    return new Dialect("UTF-8", delimiter, quote, escape, header, 0, "LF");
  }

  private static Table names(Schema schema, String... values) {
    int[] codes = java.util.stream.IntStream.range(0, values.length).toArray();
    return new Table(schema, List.of(new CategoricalColumn(codes, List.of(values))));
  }

  @Test
  void quotesWhatNeedsIt() throws IOException {
    Schema schema = Schema.of(Field.nominal("a,b"));
    assertThat(write(schema, Dialect.standard(), names(schema, "x,y", "q\"q", "l\nm", "r\rs", "é")))
        .isEqualTo("\"a,b\"\n\"x,y\"\n\"q\"\"q\"\n\"l\nm\"\n\"r\rs\"\né\n");
  }

  @Test
  void keepsTheDialect() throws IOException {
    Schema schema = Schema.of(Field.nominal("n"));
    assertThat(write(schema, dialect(';', '\'', '\\', false), names(schema, "a;b", "it's", "c,d")))
        .isEqualTo("'a;b'\n'it\\'s'\nc,d\n");
  }

  @Test
  void quotesNumbersThatHoldTheDelimiter() throws IOException {
    Field field =
        new Field(
            "x",
            StorageType.NUMERIC,
            Measure.CONTINUOUS,
            Role.HARMLESS,
            new NumberFormat(1, 1, ',', Optional.empty(), 1, "", "", "-"));
    Schema schema = Schema.of(field, Field.numeric("y", 0));
    Table table =
        new Table(
            schema,
            List.of(
                new NumericColumn(new double[] {1.5, Double.NaN}),
                new NumericColumn(new double[] {1, 2})));
    assertThat(write(schema, Dialect.standard(), table)).isEqualTo("x,y\n\"1,5\",1\n-,2\n");
    assertThat(write(schema, dialect(';', '"', '"', true), table)).isEqualTo("x;y\n1,5;1\n-;2\n");
  }

  @Test
  void marksMissingValuesOfASingleColumn() throws IOException {
    Schema schema = Schema.of(Field.nominal("x"));
    Table table = new Table(schema, List.of(new CategoricalColumn(new int[] {-1}, List.of())));
    assertThat(write(schema, Dialect.standard(), table)).isEqualTo("x\n\"\"\n");
  }

  @Test
  void writesAHeaderWithoutRows() throws IOException {
    assertThat(write(Schema.of(Field.nominal("x"), Field.nominal("y")), Dialect.standard()))
        .isEqualTo("x,y\n");
  }

  @Test
  void writesTextAndDictionariesThatChange() throws IOException {
    Field text =
        new Field("t", StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);
    Schema texts = Schema.of(text);
    Table batch = new Table(texts, List.of(new TextColumn(List.of(Optional.of("a\tb")))));
    assertThat(write(texts, dialect('\t', '"', '"', true), batch)).isEqualTo("t\n\"a\tb\"\n");
    Schema schema = Schema.of(Field.nominal("x"));
    assertThat(write(schema, Dialect.standard(), names(schema, "a"), names(schema, "b")))
        .isEqualTo("x\na\nb\n");
  }

  @Test
  void refusesAnotherSchema() {
    Schema schema = Schema.of(Field.nominal("x"));
    Schema other = Schema.of(Field.nominal("y"));
    assertThatThrownBy(() -> write(schema, Dialect.standard(), names(other, "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
