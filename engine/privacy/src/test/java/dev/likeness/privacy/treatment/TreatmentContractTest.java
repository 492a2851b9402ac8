package dev.likeness.privacy.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.options.OptionDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered treatment promises. */
class TreatmentContractTest {

  private static final List<String> CELLS =
      List.of(
          "Anna Smith",
          "O'Brien, Dr. Seán",
          "anna.smith@mail.com",
          "+49 30 123456",
          "4111 1111 1111 1111",
          "DE89 3704 0044 0532 0130 00",
          "1984-05-17",
          "not a date",
          "42",
          "-3.5",
          "x",
          " ",
          "~stoken",
          "=1+1",
          "李小龍",
          "😀😀",
          "e\u0301a",
          "\"quoted\",\nlines",
          "a".repeat(5000));
  private static final List<TableContext.Column> COLUMNS =
      List.of(
          Columns.text("full name", "person_name"),
          Columns.text("first", "given_name"),
          Columns.text("mail", "email"),
          Columns.text("phone", "phone"),
          Columns.text("card", "payment_card"),
          Columns.text("iban", "iban"),
          Columns.text("remark", "free_text"),
          Columns.text("id", "record_id"),
          Columns.text("plain", "none"),
          Columns.text("street", "street_address"),
          Columns.text("ip", "ip_address"),
          Columns.text("device", "mac_address"),
          Columns.text("user", "username"),
          Columns.text("city", "city"),
          Columns.number("age", "age"),
          Columns.number("zip", "postcode"),
          Columns.date("born", "uuuu-MM-dd"));

  static Stream<Treatment<?>> all() {
    return Treatments.all().stream();
  }

  private static BoundTreatment<?> usual(Treatment<?> treatment) {
    return Treatments.bind(treatment.name(), JsonNodeFactory.instance.objectNode());
  }

  @ParameterizedTest
  @MethodSource("all")
  void turnsEveryCellIntoACellAndTheSameOneAgain(Treatment<?> treatment) {
    BoundTreatment<?> bound = usual(treatment);
    TableContext table = new TableContext(COLUMNS);
    for (int position = 0; position < COLUMNS.size(); position++) {
      CellTreatment cells = bound.prepare(Columns.column(table, position));
      CellTreatment again = bound.prepare(Columns.column(table, position));
      for (String cell : CELLS) {
        String[] others = COLUMNS.stream().map(column -> cell).toArray(String[]::new);
        Row row = Columns.row(17, others);
        String treated = cells.treat(cell, row);
        assertThat(treated).isNotNull();
        assertThat(again.treat(cell, row)).isEqualTo(treated);
        if (bound.protection() == Protection.REVERSIBLE) {
          assertThat(cells.reveal(treated)).isEqualTo(cell);
        }
        boolean hides =
            bound.protection() == Protection.REVERSIBLE
                || bound.protection() == Protection.IRREVERSIBLE;
        if (hides && cell.chars().anyMatch(Character::isLetterOrDigit)) {
          assertThat(treated)
              .as("%s of %s", treatment.name(), table.columns().get(position).type())
              .isNotEqualToIgnoringCase(cell);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void describesItself(Treatment<?> treatment) {
    assertThat(treatment.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(treatment.summary()).endsWith(".");
    List<OptionDescriptor> options = Treatments.describe(treatment);
    ObjectNode json = usual(treatment).optionsJson();
    assertThat(json.size()).isEqualTo(options.size());
    assertThat(Treatments.bind(treatment.name(), json)).isEqualTo(usual(treatment));
  }

  @ParameterizedTest
  @MethodSource("all")
  void freshValuesFollowFromTheRowAlone(Treatment<?> treatment) {
    BoundTreatment<?> bound = usual(treatment);
    CounterRandom random = CounterRandom.of(1);
    assertThat(bound.fresh("Anna", random, 5)).isEqualTo(bound.fresh("Anna", random, 5));
  }
}
