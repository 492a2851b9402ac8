package dev.likeness.privacy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TableJson;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextFormat;
import dev.likeness.table.ValueFormat;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatmentPlanTest {

  @TempDir static Path folder;

  private static TableProfile profile =
      new TableProfile(0, Schema.of(Field.nominal("x")), List.of());

  @BeforeAll
  static void read() throws IOException {
    profile = People.of(folder, People.csv(300)).profile();
  }

  private static ObjectNode options() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static TreatmentPlan plan(String column, String treatment, ObjectNode options) {
    return TreatmentPlan.none().with(Map.of(column, TreatmentChoice.of(treatment, options)));
  }

  private static void refused(TreatmentPlan plan, Purpose purpose, Fences fences, String message) {
    assertThatExceptionOfType(InvalidPlanException.class)
        .isThrownBy(() -> plan.check(profile, purpose, fences))
        .withMessageContaining(message);
  }

  private static final Fences OPEN = new Fences(true, true);

  @Test
  void newRowsGetMadeUpIdentifiers() {
    TreatmentPlan plan = TreatmentPlan.defaults(profile, Purpose.SYNTHETIC);
    assertThat(plan.columns().keySet())
        .containsExactlyInAnyOrder("customer", "first", "last", "mail", "phone", "remark");
    assertThat(plan.columns().values()).allMatch(choice -> choice.name().equals("fake"));
    assertThat(plan.columns().values()).allMatch(TreatmentChoice::byDefault);
    plan.check(profile, Purpose.SYNTHETIC, Fences.closed());
  }

  @Test
  void copiesCanBeUndoneAndHideWhatSinglesOut() {
    TreatmentPlan plan = TreatmentPlan.defaults(profile, Purpose.MASKED_COPY);
    assertThat(plan.of("customer").orElseThrow().name()).isEqualTo("fpe");
    assertThat(plan.of("mail").orElseThrow().name()).isEqualTo("fpe");
    assertThat(plan.of("first").orElseThrow().name()).isEqualTo("encrypt");
    assertThat(plan.of("remark").orElseThrow().name()).isEqualTo("encrypt");
    assertThat(plan.of("born").orElseThrow().name()).isEqualTo("generalize");
    assertThat(plan.of("age").orElseThrow().name()).isEqualTo("generalize");
    assertThat(plan.of("zip").orElseThrow().name()).isEqualTo("generalize");
    assertThat(plan.of("amount")).isEmpty();
    plan.check(profile, Purpose.MASKED_COPY, Fences.closed());
  }

  @Test
  void whatSinglesOutButCannotBeReadIsEncrypted(@TempDir Path own) throws IOException {
    StringBuilder csv = new StringBuilder("born;age\n");
    for (int i = 0; i < 300; i++) {
      csv.append(i % 3 == 0 ? "about 19" + (40 + i % 50) : "19" + (40 + i % 50) + "-01-02");
      csv.append(';').append(20 + i % 50).append(i % 2 == 0 ? " years" : "").append('\n');
    }

    TreatmentPlan plan =
        TreatmentPlan.defaults(People.of(own, csv.toString()).profile(), Purpose.MASKED_COPY);

    assertThat(plan.of("born").orElseThrow().name()).isEqualTo("encrypt");
    assertThat(plan.of("age").orElseThrow().name()).isEqualTo("encrypt");
  }

  /** Every kind, role, type and storage there is: nothing leads to clear text by default. */
  @Test
  void noDefaultChoosesCaesarOrKeepsADirectIdentifier() {
    List<String> types =
        List.of(
            "none",
            "email",
            "person_name",
            "phone",
            "age",
            "date_of_birth",
            "postcode",
            "free_text",
            "record_id",
            "geo_coordinate",
            "url_personal",
            "gender",
            "health");
    List<ValueFormat> formats =
        List.of(
            TextFormat.PLAIN,
            NumberFormat.plain(0),
            new TemporalFormat("uuuu-MM-dd", ChronoUnit.DAYS, ""));
    List<Field> fields = new ArrayList<>();
    List<ColumnProfile> columns = new ArrayList<>();
    for (String type : types) {
      for (Role role : Role.values()) {
        for (Kind kind : Kind.values()) {
          for (ValueFormat format : formats) {
            Field field = field("c" + fields.size(), role, format);
            fields.add(field);
            columns.add(column(fields.size(), field, kind, type));
          }
        }
      }
    }
    TableProfile all = new TableProfile(1000, new Schema(fields), columns);
    for (Purpose purpose : Purpose.values()) {
      TreatmentPlan plan = TreatmentPlan.defaults(all, purpose);
      assertThat(plan.columns().values())
          .extracting(TreatmentChoice::name)
          .doesNotContain("caesar-legacy", "keep");
      plan.check(all, purpose, Fences.closed());
      for (Field field : fields) {
        if (field.role() == Role.DIRECT_IDENTIFIER) {
          assertThat(plan.of(field.name())).isPresent();
        }
      }
    }
  }

  private static Field field(String name, Role role, ValueFormat format) {
    StorageType type =
        switch (format) {
          case NumberFormat f -> StorageType.NUMERIC;
          case TemporalFormat f -> StorageType.TEMPORAL;
          case TextFormat f -> StorageType.TEXT;
        };
    return new Field(name, type, Measure.NOMINAL, role, format);
  }

  private static ColumnProfile column(int position, Field field, Kind kind, String type) {
    return new ColumnProfile(
        position,
        field.name(),
        kind,
        field.measure(),
        field.role(),
        type,
        1,
        List.of(),
        field.isModelled(),
        "",
        1,
        1000,
        0,
        1000,
        false,
        0,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  @Test
  void caesarHasEveryFence() {
    ObjectNode known = options().put("acknowledged", true);
    TreatmentPlan plan = plan("remark", "caesar-legacy", known);
    Purpose copy = Purpose.MASKED_COPY;
    refused(plan, copy, Fences.closed(), "column remark: caesar-legacy is off");
    refused(plan, copy, new Fences(true, false), "from a privacy officer");
    refused(plan("zip", "caesar-legacy", options()), copy, OPEN, "acknowledged = true");
    refused(plan, copy, OPEN, "override_direct_identifier = true");
    refused(plan("zip", "caesar-legacy", known), Purpose.SYNTHETIC, OPEN, "new rows");
    plan("zip", "caesar-legacy", known).check(profile, copy, OPEN);
    plan("remark", "caesar-legacy", known.deepCopy().put("override_direct_identifier", true))
        .check(profile, copy, OPEN);
  }

  @Test
  void keepingAnIdentifierNeedsAnAcknowledgement() {
    refused(plan("mail", "keep", options()), Purpose.MASKED_COPY, OPEN, "acknowledged = true");
    TreatmentPlan known = plan("mail", "keep", options().put("acknowledged", true));
    known.check(profile, Purpose.MASKED_COPY, OPEN);
    refused(known, Purpose.SYNTHETIC, OPEN, "column mail: keep would show the original");
    plan("amount", "keep", options()).check(profile, Purpose.SYNTHETIC, OPEN);
  }

  @Test
  void namesTheColumnAndThePlace() {
    Purpose copy = Purpose.MASKED_COPY;
    refused(plan("nobody", "fake", options()), copy, OPEN, "column = nobody");
    refused(plan("mail", "rot13", options()), copy, OPEN, "column mail: treatment = rot13");
    refused(plan("mail", "mask", options().put("keep", -1)), copy, OPEN, "mask.keep = -1");
    refused(plan("amount", "shift", options()), copy, OPEN, "column amount: shift moves dates");
    refused(plan("since", "shift", options().put("by", "x")), copy, OPEN, "shift.by = x");
    assertThatExceptionOfType(InvalidPlanException.class)
        .isThrownBy(
            () -> plan("mail", "mask", options().put("keep", -1)).check(profile, copy, OPEN))
        .satisfies(e -> assertThat(e.pointer()).isEqualTo("/columns/mail/treatment/options/keep"));
  }

  @Test
  void configurationsGoThereAndBack() throws IOException {
    String text =
        """
        {"version":1,"reading":{"delimiter":";","missing_tokens":["?"]},
         "columns":{"mail":{"role":"direct","type":"email",
                            "treatment":{"name":"mask","options":{"keep":2}}},
                    "amount":{"kind":"numeric","decimal":","}},
         "project":"crm"}""";
    Configuration read = Configuration.read(TableJson.mapper().readTree(text));
    assertThat(Configuration.read(read.toJson())).isEqualTo(read);
    assertThat(read.project()).contains("crm");
    assertThat(read.amendments()).hasSize(2);
    assertThat(read.plan(profile, Purpose.MASKED_COPY).of("mail").orElseThrow().options())
        .isEqualTo(options().put("keep", 2));
    assertThat(Configuration.read(options())).isEqualTo(Configuration.none());
  }

  @Test
  void unknownPropertiesOfConfigurationsAreRefused() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"{\"colums\":{}}", "/colums"},
          {"{\"columns\":{\"a/b\":{\"rol\":\"direct\"}}}", "/columns/a~1b/rol"},
          {"{\"columns\":{\"a\":{\"role\":\"drect\"}}}", "/columns/a/role"},
          {"{\"columns\":{\"a\":{\"treatment\":{\"nam\":\"x\"}}}}", "/columns/a/treatment/nam"},
          {"{\"columns\":{\"a\":{\"treatment\":{}}}}", "/columns/a/treatment/name"},
          {"{\"reading\":{\"delimitr\":\";\"}}", "/reading/delimitr"},
          {"{\"version\":2}", "/version"},
          {"{\"columns\":[]}", "/columns"}
        }) {
      assertThatExceptionOfType(InvalidPlanException.class)
          .as(wrong[0])
          .isThrownBy(() -> Configuration.read(TableJson.mapper().readTree(wrong[0])))
          .satisfies(e -> assertThat(e.pointer()).isEqualTo(wrong[1]));
    }
  }
}
