package dev.likeness.privacy.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.options.InvalidOptionException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreatmentsTest {

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static CellTreatment of(String name, ObjectNode options, TableContext.Column column) {
    return Treatments.bind(name, options).prepare(Columns.column(Columns.table(column), 0));
  }

  private static String treat(CellTreatment treatment, String cell) {
    return treatment.treat(cell, Columns.row(cell));
  }

  @Test
  void maskKeepsTheLastFourAndTheFormat() {
    CellTreatment mask = of("mask", json(), Columns.text("card", "payment_card"));
    assertThat(treat(mask, "4111-1111-1111-1234")).isEqualTo("****-****-****-1234");
    assertThat(treat(mask, "1234")).isEqualTo("****");
    CellTreatment first =
        of("mask", json().put("keep", 1).put("end", "first"), Columns.text("n", "given_name"));
    assertThat(treat(first, "Anna Smith")).isEqualTo("A*** *****");
  }

  @Test
  void generalizeMakesBandsMonthsAndPrefixes() {
    CellTreatment age = of("generalize", json().put("top", 90), Columns.number("age", "age"));
    assertThat(treat(age, "37")).isEqualTo("30-39");
    assertThat(treat(age, "0")).isEqualTo("0-9");
    assertThat(treat(age, "93")).isEqualTo("90+");
    assertThat(treat(age, "-3")).isEqualTo("[-10, 0)");
    assertThat(treat(age, "old")).startsWith("~s");
    CellTreatment born = of("generalize", json(), Columns.date("born", "dd.MM.uuuu"));
    assertThat(treat(born, "17.05.1984")).isEqualTo("1984-05");
    CellTreatment year =
        of("generalize", json().put("date", "year"), Columns.date("born", "dd.MM.uuuu"));
    assertThat(treat(year, "17.05.1984")).isEqualTo("1984");
    CellTreatment zip =
        of("generalize", json().put("prefix", 3), Columns.number("zip", "postcode"));
    assertThat(treat(zip, "10117")).isEqualTo("101**");
    assertThat(treat(zip, "SW1A 2AA")).isEqualTo("SW1* ***");
    assertThat(treat(zip, "12")).isEqualTo("**");
  }

  @Test
  void hashIsKeyed() {
    CellTreatment hash = of("hash", json(), Columns.text("id", "record_id"));
    TableContext table = Columns.table(Columns.text("id", "record_id"));
    DataKey other = DataKey.generate(KeyScope.dataset("default", "d2"));
    CellTreatment elsewhere =
        Treatments.bind("hash", json())
            .prepare(new ColumnContext(table, 0, Optional.of(other), Vault.NONE));
    assertThat(treat(hash, "1")).matches("[0-9a-f]{32}").isEqualTo(treat(hash, "1"));
    assertThat(treat(hash, "1")).isNotEqualTo(treat(elsewhere, "1"));
    assertThat(treat(hash, "1")).isNotEqualTo("6b86b273ff34fce19d6b804eff5a3f57");
  }

  @Test
  void shiftKeepsIntervalsWithinAPerson() {
    TableContext table =
        Columns.table(
            Columns.text("id", "record_id"),
            Columns.date("in", "uuuu-MM-dd"),
            Columns.date("out", "dd.MM.uuuu"));
    CellTreatment in = Treatments.bind("shift", json()).prepare(Columns.column(table, 1));
    CellTreatment out = Treatments.bind("shift", json()).prepare(Columns.column(table, 2));
    Set<Long> moves = new HashSet<>();
    for (int person = 0; person < 200; person++) {
      Row row = Columns.row("p" + person, "2024-02-20", "05.03.2024");
      LocalDate from = LocalDate.parse(in.treat("2024-02-20", row));
      String[] parts = out.treat("05.03.2024", row).split("\\.");
      LocalDate to = LocalDate.parse(parts[2] + "-" + parts[1] + "-" + parts[0]);
      assertThat(ChronoUnit.DAYS.between(from, to)).isEqualTo(14);
      long moved = ChronoUnit.DAYS.between(LocalDate.parse("2024-02-20"), from);
      assertThat(Math.abs(moved)).isBetween(1L, 180L);
      moves.add(moved);
    }
    assertThat(moves.size()).isGreaterThan(100);
  }

  @Test
  void underAProjectsKeyTheSameKindOfColumnMatchesInEveryTable() {
    DataKey project = DataKey.generate(KeyScope.project("default", "p1"));
    TableContext one = Columns.table(Columns.text("email", "email"));
    TableContext two =
        Columns.table(Columns.text("x", "none"), Columns.text("contact mail", "email"));
    for (String name : Set.of("fpe", "encrypt", "hash", "tokenize", "fake")) {
      String a =
          Treatments.bind(name, json())
              .prepare(new ColumnContext(one, 0, Optional.of(project), Vault.NONE))
              .treat("anna@mail.com", Columns.row("anna@mail.com"));
      String b =
          Treatments.bind(name, json())
              .prepare(new ColumnContext(two, 1, Optional.of(project), Vault.NONE))
              .treat("anna@mail.com", Columns.row("y", "anna@mail.com"));
      assertThat(a).as(name).isEqualTo(b);
    }
  }

  @Test
  void underADatasetsKeyColumnsDiffer() {
    CellTreatment a = of("fpe", json(), Columns.text("a", "phone"));
    CellTreatment b = of("fpe", json(), Columns.text("b", "phone"));
    assertThat(treat(a, "0301234567")).isNotEqualTo(treat(b, "0301234567"));
    CellTreatment shared = of("fpe", json().put("domain", "a"), Columns.text("b", "phone"));
    assertThat(treat(a, "0301234567")).isEqualTo(treat(shared, "0301234567"));
  }

  @Test
  void caesarGivesTheClassicShiftAndLeavesOtherScriptsAlone() {
    CellTreatment caesar = of("caesar-legacy", json(), Columns.text("n", "none"));
    assertThat(treat(caesar, "abcdefghijklmnopqrstuvwxyz")).isEqualTo("defghijklmnopqrstuvwxyzabc");
    assertThat(treat(caesar, "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG"))
        .isEqualTo("WKH TXLFN EURZQ IRA MXPSV RYHU WKH ODCB GRJ");
    assertThat(treat(caesar, "Čeština, Ελλάδα, Россия 123 — 李"))
        .isEqualTo("Čhšwlqd, Ελλάδα, Россия 123 — 李");
    assertThat(caesar.reveal("WKH")).isEqualTo("THE");
  }

  @Test
  void fpeIsTheWayOutOfCaesar() {
    CellTreatment caesar = of("caesar-legacy", json(), Columns.text("n", "none"));
    CellTreatment out = of("fpe", json().put("from_caesar_shift", 3), Columns.text("n", "none"));
    CellTreatment direct = of("fpe", json(), Columns.text("n", "none"));
    String obscured = treat(caesar, "Anna Smith");
    assertThat(treat(out, obscured)).isEqualTo(treat(direct, "Anna Smith"));
    assertThat(out.reveal(treat(out, obscured))).isEqualTo("Anna Smith");
  }

  @Test
  void saysWhatIsUnknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatments.named("rot13"))
        .withMessageContaining("caesar-legacy, drop, encrypt, fake, fpe, generalize, hash, keep");
    assertThatExceptionOfType(InvalidOptionException.class)
        .isThrownBy(() -> Treatments.bind("mask", json().put("keep", -1)))
        .withMessageContaining("keep = -1");
  }
}
