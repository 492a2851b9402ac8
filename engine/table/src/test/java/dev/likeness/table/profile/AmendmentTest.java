package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.TableJson;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendmentTest {

  @TempDir Path folder;

  private TableProfile profile(String text, Amendment... amendments) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), text);
    RunContext run = RunContext.quiet();
    Reading reading = TableReader.ingest(file, canonical(), ReadLimits.defaults(), run);
    return TableProfiler.profile(canonical(), reading, List.of(amendments), run);
  }

  private Path canonical() {
    return folder.resolve("out.parquet");
  }

  private static Amendment on(String column) {
    return Amendment.none(column);
  }

  private static ColumnProfile first(TableProfile profile) {
    return profile.columns().getFirst();
  }

  @Test
  void takesAKindFromAPerson() throws IOException {
    String text = "grade;x\n" + "1;a\n2;b\n3;a\nthree;b\n".repeat(20);
    TableProfile profile = profile(text, on("grade").withKind(Kind.NOMINAL));
    assertThat(first(profile).kind()).isEqualTo(Kind.NOMINAL);
    assertThat(first(profile).evidence()).contains("A person said so");
    assertThat(first(profile).confidence()).isEqualTo(1);
    profile = profile(text, on("grade").withKind(Kind.NUMERIC));
    assertThat(first(profile).kind()).isEqualTo(Kind.NUMERIC);
    assertThat(first(profile).unparseable()).isEqualTo(20);
    assertThat(first(profile).warnings().getFirst().row()).hasValue(4);
    profile = profile(text, on("grade").withKind(Kind.ORDINAL));
    assertThat(profile.schema().field(0).measure()).isEqualTo(Measure.ORDINAL);
  }

  @Test
  void readsNumbersWithTheMarkThatWasSaid() throws IOException {
    String text = "a;b\n" + "1.234;x\n5.678;y\n".repeat(10);
    TableProfile asComma = profile(text, on("a").withDecimal(',').withKind(Kind.NUMERIC));
    NumberFormat format = (NumberFormat) asComma.schema().field(0).format();
    assertThat(format.decimalMark()).isEqualTo(',');
    assertThat(first(asComma).max()).hasValue(new Scalar(5678.0));
    assertThat(first(profile(text)).max()).hasValue(new Scalar(5.678));
  }

  @Test
  void readsDatesWithThePatternThatWasSaid() throws IOException {
    String text = "d;b\n" + "01/02/2020;x\n03/04/2020;y\n".repeat(10);
    for (String pattern : List.of("dd/MM/uuuu", "MM/dd/uuuu")) {
      TableProfile profile = profile(text, on("d").withPattern(pattern));
      assertThat(first(profile).kind()).isEqualTo(Kind.DATE);
      assertThat(((TemporalFormat) profile.schema().field(0).format()).pattern())
          .isEqualTo(pattern);
    }
    TableProfile wrong = profile(text, on("d").withPattern("uuuu-MM-dd"));
    assertThat(first(wrong).unparseable()).isEqualTo(20);
    assertThat(first(wrong).count()).isZero();
  }

  @Test
  void takesTokensForMissingInEveryKindOfColumn() throws IOException {
    String text = "n;c;d\n" + "1;red;2020-01-01\n-999;?;9999-12-31\n7;blue;2020-03-01\n".repeat(10);
    TableProfile profile =
        profile(
            text,
            on("n").withMissing("-999"),
            on("c").withMissing("?"),
            on("d").withMissing("9999-12-31"));
    for (ColumnProfile column : profile.columns()) {
      assertThat(column.missing()).isEqualTo(10);
      assertThat(column.distinct()).isEqualTo(2);
      assertThat(column.unparseable()).isZero();
    }
    assertThat(first(profile).min()).hasValue(new Scalar(1.0));
    try (CanonicalTable table = CanonicalTable.open(canonical(), profile.schema())) {
      assertThat(((NumericColumn) table.toTable().column(0)).isMissing(1)).isTrue();
      assertThat(((CategoricalColumn) table.toTable().column(1)).isMissing(1)).isTrue();
      assertThat(table.toTable().column(2).isMissing(1)).isTrue();
      assertThat(table.toTable().column(2).missingCount()).isEqualTo(10);
    }
  }

  @Test
  void keepsARoleFromAPerson() throws IOException {
    StringBuilder text = new StringBuilder("customer_id;x\n");
    for (int i = 0; i < 50; i++) {
      text.append(1000 + i).append(";a\n");
    }
    assertThat(first(profile(text.toString())).kind()).isEqualTo(Kind.IDENTIFIER);
    TableProfile profile = profile(text.toString(), on("customer_id").withRole(Role.HARMLESS));
    assertThat(first(profile).role()).isEqualTo(Role.HARMLESS);
    assertThat(profile.schema().field(0).type()).isEqualTo(StorageType.NUMERIC);
    profile = profile(text.toString(), on("x").withRole(Role.SENSITIVE).withType("health"));
    assertThat(profile.columns().get(1).role()).isEqualTo(Role.SENSITIVE);
    assertThat(profile.columns().get(1).type()).isEqualTo("health");
    assertThat(profile.schema().field(1).role()).isEqualTo(Role.SENSITIVE);
  }

  @Test
  void refusesWhatNobodyCanDecide() {
    assertThatThrownBy(() -> on("a").withKind(Kind.CONSTANT)).hasMessageContaining("kind");
    assertThatThrownBy(() -> on("a").withDecimal(';')).hasMessageContaining("decimal");
    assertThatThrownBy(() -> on("a").withPattern("QQQ")).hasMessageContaining("pattern");
    assertThatThrownBy(() -> profile("a;b\n1;2\n", on("z"))).hasMessageContaining("column");
  }

  @Test
  void standsInJsonAndComesBack() throws JsonProcessingException {
    Amendment said =
        on("a")
            .withKind(Kind.DATE)
            .withRole(Role.QUASI_IDENTIFIER)
            .withMissing("n/a")
            .withDecimal(',');
    String json = TableJson.mapper().writeValueAsString(said);
    assertThat(json).contains("\"missing_tokens\":[\"n/a\"]").doesNotContain("pattern");
    assertThat(TableJson.mapper().readValue(json, Amendment.class)).isEqualTo(said);
  }
}
