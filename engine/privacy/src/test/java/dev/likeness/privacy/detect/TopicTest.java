package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cryptic columns are is settled by what most of their neighbours are about. */
class TopicTest {

  private static final int ROWS = 90;

  @TempDir private Path folder;

  /** A table with numbers under each of the names; sexes, ages and births where names say so. */
  private TableProfile table(String... names) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", names));
    for (int i = 0; i < ROWS; i++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < names.length; column++) {
        cells.add(cell(names[column], i, column));
      }
      lines.add(String.join(",", cells));
    }
    return Found.in(folder, lines);
  }

  private static String cell(String name, int row, int column) {
    return switch (name) {
      case "sex" -> row % 2 == 0 ? "f" : "m";
      case "age" -> String.valueOf(20 + row % 60);
      case "mac" -> "02:00:00:00:%02x:%02x".formatted(row, column);
      case "zzflag" -> row % 3 == 0 ? "Y" : "N";
      default -> String.valueOf(row * (column + 7) % 41);
    };
  }

  private static String type(TableProfile profile, String column) {
    return Found.column(profile, column).type();
  }

  @Test
  void amongMeasuresOfHealthACrypticNumberIsOne() throws IOException {
    TableProfile ward = table("sex", "age", "glucose", "cholesterol", "smoker", "zzq", "zzflag");
    assertThat(type(ward, "zzq")).isEqualTo("health");
    assertThat(type(ward, "zzflag")).isEqualTo("health");
  }

  @Test
  void amongDebtsACrypticNumberIsOne() throws IOException {
    TableProfile book =
        table("sex", "age", "debt", "overdue days", "credit score", "arrears", "zzq", "zzflag");
    assertThat(type(book, "zzq")).isEqualTo("other_sensitive");
    assertThat(type(book, "zzflag")).isEqualTo("other_sensitive");
  }

  @Test
  void aFewMeasuresAmongManyCircumstancesSettleNothing() throws IOException {
    TableProfile mixed =
        table("sex", "age", "glucose", "smoker", "debt", "occupation", "education", "zzq");
    assertThat(type(mixed, "zzq")).isEqualTo(ColumnProfile.NO_TYPE);
  }

  @Test
  void heightAndWeightAloneMakeNoPatients() throws IOException {
    TableProfile squad = table("sex", "age", "height cm", "weight kg", "glucose", "zzq");
    assertThat(type(squad, "zzq")).isEqualTo(ColumnProfile.NO_TYPE);
  }

  @Test
  void aNameThatSaysSomethingElseIsNoMeasure() throws IOException {
    TableProfile ward = table("sex", "age", "glucose", "cholesterol", "smoker", "visit month");
    assertThat(type(ward, "visit month")).isNotEqualTo("health");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SP_GLUCOSE", "glucose_q7x", "glucosecd", "v3_glucose"})
  void aShortCodeBesideAKnownWordChangesNothing(String name) throws IOException {
    assertThat(type(table("sex", "age", name), name)).isEqualTo("health");
  }

  @Test
  void aWordThatIsNoCodeMayChangeEverything() throws IOException {
    TableProfile people = table("sex", "age", "upholstery weight");
    assertThat(type(people, "upholstery weight")).isEqualTo(ColumnProfile.NO_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "Age at diagnosis,age",
    "Marital status at diagnosis,marital status",
    "Time of arrival at work,time arrival at work"
  })
  void whenItWasSoIsNotWhatItIs(String name, String words) {
    Header header = Header.of(name, Detectors.vocabulary()).ofWhat();
    assertThat(String.join(" ", header.words())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"racegrp,race grp", "heightbl,height bl", "carpet,carpet"})
  void whatSaysThatAWordIsCodedComesOff(String name, String words) {
    assertThat(String.join(" ", Header.of(name, Detectors.vocabulary()).words())).isEqualTo(words);
  }

  @Test
  void machinesHaveAddressesOfTheirOwn() throws IOException {
    TableProfile inventory =
        table("asset tag", "manufacturer", "serial number", "firmware", "mac", "purchase cost");
    assertThat(type(inventory, "mac")).isEqualTo(ColumnProfile.NO_TYPE);
  }
}
