package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.TextFormat;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreatedModelTest {

  private static final int ROWS = 1500;
  private static final List<String> TYPES =
      List.of("record_id", "person_name", "email", "gender", "age", "city", "phone", "none");
  private static final Table TABLE = table();
  private static final TableContext CONTEXT = context();

  private static Field text(String name) {
    return new Field(
        name, StorageType.TEXT, Measure.NOMINAL, Role.DIRECT_IDENTIFIER, TextFormat.PLAIN);
  }

  private static Table table() {
    CounterRandom random = CounterRandom.of(9);
    List<Optional<String>> ids = new ArrayList<>();
    List<Optional<String>> names = new ArrayList<>();
    List<Optional<String>> mails = new ArrayList<>();
    List<Optional<String>> phones = new ArrayList<>();
    int[] sex = new int[ROWS];
    int[] city = new int[ROWS];
    double[] age = new double[ROWS];
    double[] income = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      ids.add(Optional.of("CU-" + (500_000 + i * 7)));
      names.add(Optional.of("Real" + (char) ('a' + i % 26) + " Person" + letters(i)));
      mails.add(Optional.of("real.person" + i + "@corp.com"));
      phones.add(i % 5 == 0 ? Optional.empty() : Optional.of("+49 30 " + (1_000_000 + i)));
      sex[i] = (int) random.below(2, i, 0);
      city[i] = (int) random.below(3, i, 1);
      age[i] = 20 + random.below(60, i, 2);
      income[i] = 1000 + 50 * age[i];
    }
    Schema schema =
        Schema.of(
            text("id"),
            text("name"),
            text("mail"),
            Field.nominal("sex"),
            Field.numeric("age", 0),
            Field.nominal("city"),
            text("phone"),
            new Field(
                "income",
                StorageType.NUMERIC,
                Measure.CONTINUOUS,
                Role.SENSITIVE,
                NumberFormat.plain(2)));
    return new Table(
        schema,
        List.of(
            new dev.likeness.table.TextColumn(ids),
            new dev.likeness.table.TextColumn(names),
            new dev.likeness.table.TextColumn(mails),
            new dev.likeness.table.CategoricalColumn(sex, List.of("f", "m")),
            new dev.likeness.table.NumericColumn(age),
            new dev.likeness.table.CategoricalColumn(city, List.of("Bonn", "Köln", "Ulm")),
            new dev.likeness.table.TextColumn(phones),
            new dev.likeness.table.NumericColumn(income)));
  }

  private static String letters(int i) {
    return "" + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26);
  }

  private static TableContext context() {
    List<TableContext.Column> columns = new ArrayList<>();
    for (int i = 0; i < TYPES.size(); i++) {
      columns.add(new TableContext.Column(TABLE.schema().field(i), TYPES.get(i)));
    }
    return new TableContext(columns);
  }

  private static ObjectNode options() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static TreatmentPlan plan() {
    Map<String, TreatmentChoice> plan = new LinkedHashMap<>();
    for (String name : List.of("id", "name", "mail", "phone")) {
      plan.put(name, TreatmentChoice.of("fake", options()));
    }
    return new TreatmentPlan(plan);
  }

  private static SynthesisRequest request() {
    return SynthesisRequest.of("independent", 42);
  }

  private static FittedSynthesizer fit(TreatmentPlan plan) {
    return Synthesis.fit(TABLE, request(), CONTEXT, plan, RunContext.quiet());
  }

  private static List<String[]> rows(FittedSynthesizer model, long from, long to, int threads)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = CsvWriter.to(out, model.schema(), Dialect.standard())) {
      model.sample(
          new SampleRequest(from, to, 42), writer, RunContext.quiet().withThreads(threads));
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  @Test
  void fillsHiddenColumnsWithPeopleWhoAgreeWithThemselves() throws IOException {
    FittedSynthesizer model = fit(plan());
    assertThat(model.schema().fields())
        .extracting(Field::name)
        .containsExactly("id", "name", "mail", "sex", "age", "city", "phone", "income");
    List<String[]> rows = rows(model, 0, 6000, 2);
    Set<String> originals = new HashSet<>();
    for (int column : new int[] {0, 1, 2, 6}) {
      ((dev.likeness.table.TextColumn) TABLE.column(column))
          .values()
          .forEach(value -> value.ifPresent(originals::add));
    }
    int empty = 0;
    for (String[] row : rows) {
      assertThat(row[0]).matches("CU-\\d{6}");
      assertThat(row[1]).matches("\\p{L}+ \\p{L}+");
      assertThat(row[2]).matches("[a-z]+\\.[a-z]+\\d+@example\\.(com|org|net)");
      assertThat(row[2].charAt(0)).isEqualTo(row[1].toLowerCase().charAt(0));
      assertThat(row[6]).matches("|\\+49 \\d{2} \\d{7}");
      empty += row[6].isEmpty() ? 1 : 0;
      assertThat(originals).doesNotContain(row[1], row[2]);
    }
    assertThat(empty).isBetween(1000, 1400);
    for (int column : new int[] {0, 1, 2}) {
      int at = column;
      assertThat(rows.stream().map(row -> row[at]).distinct().count()).isEqualTo(6000);
    }
  }

  /** Files are read range by range, and hold their text in no table. */
  private record Ranges(Table table) implements TableSource {

    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public long rowCount() {
      return table.rowCount();
    }

    @Override
    public Table read(long from, long to) {
      return table.read(from, to);
    }
  }

  @Test
  void looksAtTheTextOfASourceThatIsReadInRanges() throws IOException {
    FittedSynthesizer model =
        Synthesis.fit(new Ranges(TABLE), request(), CONTEXT, plan(), RunContext.quiet());
    assertThat(model.save().header()).isEqualTo(fit(plan()).save().header());
    assertThat(rows(model, 0, 100, 1)).allSatisfy(row -> assertThat(row[0]).startsWith("CU-"));
  }

  @Test
  void anyRangeAndAnyNumberOfThreadsGiveTheSameRows() throws IOException {
    FittedSynthesizer model = fit(plan());
    List<String[]> all = rows(model, 0, 5000, 1);
    List<String[]> part = rows(model, 2100, 4300, 3);
    for (int i = 0; i < part.size(); i++) {
      assertThat(part.get(i)).isEqualTo(all.get(2100 + i));
    }
  }

  @Test
  void comesBackFromItsFileAndHoldsNoValue() throws IOException {
    FittedSynthesizer model = fit(plan());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFiles.write(model.save(), bytes);
    FittedSynthesizer loaded =
        Synthesizers.load(ModelFiles.read(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(loaded.schema()).isEqualTo(model.schema());
    List<String[]> one = rows(model, 0, 200, 1);
    List<String[]> two = rows(loaded, 0, 200, 1);
    for (int i = 0; i < one.size(); i++) {
      assertThat(two.get(i)).isEqualTo(one.get(i));
    }
    String file = bytes.toString(StandardCharsets.ISO_8859_1);
    for (int column : new int[] {0, 1, 2, 6}) {
      ((dev.likeness.table.TextColumn) TABLE.column(column))
          .values()
          .forEach(value -> value.ifPresent(text -> assertThat(file).doesNotContain(text)));
    }
  }

  @Test
  void everyTreatmentHasItsPlaceInNewRows() throws IOException {
    TreatmentPlan plan =
        plan()
            .with(
                Map.of(
                    "id", TreatmentChoice.of("placeholder", options()),
                    "name", TreatmentChoice.of("drop", options()),
                    "mail", TreatmentChoice.of("hash", options()),
                    "age", TreatmentChoice.of("generalize", options()),
                    "city", TreatmentChoice.of("fake", options()),
                    "phone", TreatmentChoice.of("mask", options()),
                    "income", TreatmentChoice.of("keep", options())));
    FittedSynthesizer model = fit(plan);
    assertThat(model.schema().fields())
        .extracting(Field::name)
        .containsExactly("id", "mail", "sex", "age", "city", "phone", "income");
    List<String[]> rows = rows(model, 0, 300, 2);
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      assertThat(row[0]).isEqualTo(String.format("id-%06d", i + 1));
      assertThat(row[1]).matches("[0-9a-f]{32}");
      assertThat(row[2]).isIn("f", "m");
      assertThat(row[3]).matches("\\d0-\\d9");
      assertThat(row[4]).isNotIn("Bonn", "Köln", "Ulm").isNotEmpty();
      assertThat(row[5]).matches("|\\+\\*\\* \\*\\* \\*{3}\\d{4}");
      assertThat(Double.parseDouble(row[6])).isBetween(1900.0, 5100.0);
    }
  }

  @Test
  void repeatingPeopleRepeat() throws IOException {
    int[] thrice = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      thrice[i] = i / 3;
    }
    Table orders = TABLE.select(thrice);
    FittedSynthesizer model = Synthesis.fit(orders, request(), CONTEXT, plan(), RunContext.quiet());
    List<String[]> rows = rows(model, 0, 3000, 2);
    long mails = rows.stream().map(row -> row[2].replaceAll("^[^0-9]*", "")).distinct().count();
    assertThat(mails).isBetween(350L, 650L);
    Map<String, String> mailOfId = new LinkedHashMap<>();
    for (String[] row : rows) {
      String number = row[2].replaceAll("^[^0-9]*", "");
      assertThat(mailOfId.merge(row[0], number, (a, b) -> a.equals(b) ? a : a + "|" + b))
          .doesNotContain("|");
    }
  }

  @Test
  void aBrokenFileIsRefused() {
    ModelFile file = fit(plan()).save();
    ObjectNode header = file.header().deepCopy();
    header.putObject(TreatedModel.PROPERTY).put("persons", "many");
    assertThatExceptionOfType(CorruptModelException.class)
        .isThrownBy(() -> Synthesizers.load(new ModelFile(header, file.tensors())));
  }

  @Test
  void withoutTreatedColumnsNothingChanges() throws IOException {
    Table modelled =
        new Table(
            Schema.of(TABLE.schema().field(4), TABLE.schema().field(7)),
            List.of(TABLE.column(4), TABLE.column(7)));
    TableContext context =
        new TableContext(List.of(CONTEXT.columns().get(4), CONTEXT.columns().get(7)));
    FittedSynthesizer plain = Synthesis.fit(modelled, request(), RunContext.quiet());
    FittedSynthesizer treated =
        Synthesis.fit(modelled, request(), context, TreatmentPlan.none(), RunContext.quiet());
    assertThat(treated).isNotInstanceOf(TreatedModel.class);
    assertThat(rows(treated, 0, 50, 1).get(7)).isEqualTo(rows(plain, 0, 50, 1).get(7));
  }
}
