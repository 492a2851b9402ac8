package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.table.Field;
import dev.likeness.table.Role;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  private static final String[] GIVEN = {"Anna", "Peter", "Maria", "John", "Laura", "Thomas"};
  private static final String[] FAMILY = {"Schmidt", "Garcia", "Miller", "Rossi", "Nowak"};

  @TempDir private Path folder;

  /** Customers with repeating names, so that only detection keeps them out of models. */
  private static List<String> customers() {
    List<String> lines = new ArrayList<>();
    lines.add("customer_id,first_name,last_name,email,birth_date,city,salary,newsletter,spent");
    for (int i = 0; i < 120; i++) {
      String given = GIVEN[i % GIVEN.length];
      String family = FAMILY[i % FAMILY.length];
      lines.add(
          "%d,%s,%s,%s.%s%d@mail.test,%d-%02d-%02d,%s,%d,%s,%d.50"
              .formatted(
                  i + 1,
                  given,
                  family,
                  given,
                  family,
                  i,
                  1950 + i % 50,
                  1 + i % 12,
                  1 + i % 28,
                  i % 2 == 0 ? "Berlin" : "Madrid",
                  30_000 + 100 * (i % 70),
                  i % 3 == 0 ? "yes" : "no",
                  i % 40));
    }
    return lines;
  }

  private static String told(TableProfile profile, String column) {
    ColumnProfile found = Found.column(profile, column);
    return found.role() + " " + found.type();
  }

  @Test
  void findsRoleAndTypeOfEachColumn() throws IOException {
    TableProfile profile = Found.in(folder, customers());
    assertThat(told(profile, "customer_id")).isEqualTo("DIRECT_IDENTIFIER record_id");
    assertThat(told(profile, "first_name")).isEqualTo("DIRECT_IDENTIFIER given_name");
    assertThat(told(profile, "last_name")).isEqualTo("DIRECT_IDENTIFIER family_name");
    assertThat(told(profile, "email")).isEqualTo("DIRECT_IDENTIFIER email");
    assertThat(told(profile, "birth_date")).isEqualTo("QUASI_IDENTIFIER date_of_birth");
    assertThat(told(profile, "city")).isEqualTo("QUASI_IDENTIFIER city");
    assertThat(told(profile, "salary")).isEqualTo("SENSITIVE income");
    assertThat(told(profile, "newsletter")).isEqualTo("HARMLESS none");
    assertThat(told(profile, "spent")).isEqualTo("HARMLESS none");
  }

  @Test
  void noDirectIdentifierIsModelledOrDescribed() throws IOException {
    TableProfile profile = Found.in(folder, customers());
    for (int i = 0; i < profile.columns().size(); i++) {
      ColumnProfile column = profile.columns().get(i);
      Field field = profile.schema().field(i);
      assertThat(field.role()).isEqualTo(column.role());
      assertThat(field.isModelled()).as(column.name()).isEqualTo(column.modelled());
      if (column.role() == Role.DIRECT_IDENTIFIER) {
        assertThat(field.isModelled()).as(column.name()).isFalse();
        assertThat(column.topValues()).isEmpty();
        assertThat(column.min()).isEmpty();
        assertThat(column.quantiles()).isEmpty();
        assertThat(column.histogram()).isEmpty();
        assertThat(column.kind()).isEqualTo(Kind.IDENTIFIER);
      }
    }
  }

  @Test
  void signsHoldNoValueOfTheTable() throws IOException {
    TableProfile profile = Found.in(folder, customers());
    for (ColumnProfile column : profile.columns()) {
      assertThat(String.join(" ", column.signs()))
          .doesNotContain("Anna", "Schmidt", "mail.test", "Berlin", "30000");
    }
    assertThat(Found.column(profile, "email").signs()).hasSizeGreaterThan(1);
  }

  @Test
  void aTableOfThingsHasNoPersonalColumns() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("hotel_name,address,city,zip,phone,rating,age_of_building");
    for (int i = 0; i < 60; i++) {
      lines.add(
          "Hotel Nr %d,%d Main Street,Boston,%05d,617-555-%04d,%d,%d"
              .formatted(i, i + 1, 2100 + i, 1000 + i, i % 5, i));
    }
    assertThat(Found.in(folder, lines).columns())
        .allSatisfy(column -> assertThat(column.role()).isNotEqualTo(Role.QUASI_IDENTIFIER))
        .allSatisfy(column -> assertThat(column.type()).isEqualTo(ColumnProfile.NO_TYPE));
  }

  @Test
  void valuesAreEnoughWhereHeadersSayNothing() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("a,b,c,d");
    for (int i = 0; i < 60; i++) {
      lines.add(
          "%s %s,%s%d@site.org,192.0.2.%d,%d"
              .formatted(GIVEN[i % 6], FAMILY[i % 5], GIVEN[i % 6], i, i, i % 7));
    }
    TableProfile profile = Found.in(folder, lines);
    assertThat(told(profile, "a")).isEqualTo("DIRECT_IDENTIFIER person_name");
    assertThat(told(profile, "b")).isEqualTo("DIRECT_IDENTIFIER email");
    assertThat(told(profile, "c")).isEqualTo("DIRECT_IDENTIFIER ip_address");
    assertThat(told(profile, "d")).isEqualTo("HARMLESS none");
  }

  @Test
  void peopleWinOverDetection() throws IOException {
    Amendment harmless = Amendment.none("city").withRole(Role.HARMLESS);
    Amendment sensitive = Amendment.none("newsletter").withRole(Role.SENSITIVE);
    Amendment direct = Amendment.none("spent").withRole(Role.DIRECT_IDENTIFIER);
    TableProfile profile = Found.in(folder, customers(), harmless, sensitive, direct);
    assertThat(told(profile, "city")).isEqualTo("HARMLESS none");
    assertThat(told(profile, "newsletter")).isEqualTo("SENSITIVE other_sensitive");
    assertThat(profile.schema().field(8).isModelled()).isFalse();
    assertThat(Found.column(profile, "spent").min()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "E-Mail",
        "Phone Number",
        "first_name",
        "lastName",
        "full name",
        "SSN",
        "customer_name",
        "home address",
        "username"
      })
  void neverModelsWhatIsCalledLikeAPersonWhateverItsValues(String header) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header + ",x"));
    for (int i = 0; i < 40; i++) {
      lines.add(List.of("aa", "bb", "cc", "dd", "ee").get(i % 5) + "," + i % 3);
    }
    TableProfile profile = Found.in(folder, lines);
    assertThat(profile.schema().field(0).isModelled()).isFalse();
    assertThat(profile.schema().field(1).isModelled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"u%d@example.org", "+43 664 12345%02d", "Ann Miller%c", "Anna M%c"})
  void neverModelsWhatLooksLikeAPersonWhateverItsName(String shape) throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,y"));
    for (int i = 0; i < 40; i++) {
      Object part = shape.contains("%c") ? (Object) (char) ('a' + i % 26) : (Object) i;
      lines.add(String.format(shape, part) + "," + i % 3);
    }
    assertThat(Found.in(folder, lines).schema().field(0).isModelled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"country_name_type", "product", "department", "age", "city"})
  void modelsWhatIsHarmless(String header) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header + ",x"));
    for (int i = 0; i < 40; i++) {
      lines.add(List.of("aa", "bb", "cc", "dd", "ee").get(i % 5) + "," + i % 3);
    }
    assertThat(Found.in(folder, lines).schema().field(0).isModelled()).isTrue();
  }

  @Test
  void theSameTableGivesTheSameFindings() throws IOException {
    assertThat(Found.in(folder, customers())).isEqualTo(Found.in(folder, customers()));
  }
}
