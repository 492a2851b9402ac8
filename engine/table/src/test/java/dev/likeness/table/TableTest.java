package dev.likeness.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Schema SCHEMA = Schema.of(Field.numeric("n", 0), Field.nominal("c"));
  private static final NumericColumn NUMBERS = new NumericColumn(new double[] {1, Double.NaN, 3});
  private static final CategoricalColumn NAMES =
      new CategoricalColumn(new int[] {0, 1, -1}, List.of("x", "y"));

  @Test
  void knowsWhatIsMissing() {
    TemporalColumn days = new TemporalColumn(new long[] {0, TemporalColumn.MISSING, -1});
    TextColumn texts = new TextColumn(List.of(Optional.of(""), Optional.empty()));
    assertThat(NUMBERS.missingCount()).isEqualTo(1);
    assertThat(NAMES.isMissing(2)).isTrue();
    assertThat(days.missingCount()).isEqualTo(1);
    assertThat(texts.isMissing(0)).isFalse();
    assertThat(texts.isMissing(1)).isTrue();
  }

  @Test
  void selectsRowsInAnyOrder() {
    Table table = new Table(SCHEMA, List.of(NUMBERS, NAMES)).select(new int[] {2, 0, 0});
    assertThat(((NumericColumn) table.column(0)).values()).containsExactly(3, 1, 1);
    assertThat(((CategoricalColumn) table.column(1)).codes()).containsExactly(-1, 0, 0);
    assertThat(table.rows()).isEqualTo(3);
  }

  @Test
  void readsRangesOfItself() {
    Table table = new Table(SCHEMA, List.of(NUMBERS, NAMES)).read(1, 2);
    assertThat(((CategoricalColumn) table.column(1)).codes()).containsExactly(1);
  }

  @Test
  void refusesColumnsThatDoNotFit() {
    assertThatThrownBy(() -> new Table(SCHEMA, List.of(NUMBERS)))
        .hasMessageContaining("columns = 1");
    assertThatThrownBy(() -> new Table(SCHEMA, List.of(NAMES, NUMBERS)))
        .hasMessageContaining("column 1");
    assertThatThrownBy(() -> new Table(SCHEMA, List.of(NUMBERS, NAMES.select(new int[] {0}))))
        .hasMessageContaining("column 2 has 1 rows");
  }

  @Test
  void refusesFieldsWhoseFormatDoesNotSuit() {
    assertThatThrownBy(
            () ->
                new Field(
                    "n", StorageType.NUMERIC, Measure.DISCRETE, Role.HARMLESS, TextFormat.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NumberFormat.plain(18)).hasMessageContaining("decimals = 18");
  }

  @Test
  void refusesNamesTwiceWithoutTellingThem() {
    assertThatThrownBy(() -> Schema.of(Field.nominal("secret"), Field.nominal("secret")))
        .hasMessageContaining("column 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void modelsNeitherIdentifiersNorText() {
    Field text = new Field("t", StorageType.TEXT, Measure.NOMINAL, Role.HARMLESS, TextFormat.PLAIN);
    Field key =
        new Field(
            "k",
            StorageType.CATEGORICAL,
            Measure.NOMINAL,
            Role.DIRECT_IDENTIFIER,
            TextFormat.PLAIN);
    assertThat(text.isModelled()).isFalse();
    assertThat(key.isModelled()).isFalse();
    assertThat(Field.nominal("c").isModelled()).isTrue();
  }

  @Test
  void schemaSurvivesJson() throws Exception {
    String json = TableJson.mapper().writeValueAsString(SCHEMA);
    assertThat(TableJson.mapper().readValue(json, Schema.class)).isEqualTo(SCHEMA);
    assertThat(json).contains("\"min_integer_digits\":1", "\"measure\":\"discrete\"");
  }
}
