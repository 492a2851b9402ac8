package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.table.Field;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every detector. */
class DetectorContractTest {

  private static final List<ColumnView> VIEWS = new ArrayList<>();

  static Stream<Detector> detectors() {
    return Detectors.all().stream();
  }

  /** Odd columns: empty, constant, one long cell, marks, other scripts, numbers, dates. */
  @BeforeAll
  static void view(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("e-mail,Ärger 1,名前,,x,when,!!!,phone");
    for (int i = 0; i < 30; i++) {
      lines.add(
          ",same,%s,%d,%s,2020-01-%02d,%s,%d.5"
              .formatted("王" + i, i * i, "y".repeat(600), 1 + i % 28, "?()[", i));
    }
    TableProfile profile = Found.in(folder, lines);
    for (int i = 0; i < profile.columns().size(); i++) {
      ColumnProfile column = profile.columns().get(i);
      Field field = profile.schema().field(i);
      List<String> cells = List.of("?([", "", "y".repeat(3000), "\u0000", "12", "ß", "é" + i);
      Header header = Header.of(column.name(), Detectors.vocabulary());
      VIEWS.add(ColumnView.of(header, column, field, cells));
      VIEWS.add(ColumnView.of(header, column, field, List.of()));
    }
  }

  @Test
  void everyPersonalTypeHasADetector() {
    assertThat(Detectors.all().stream().map(Detector::type)).containsOnly(PiiType.values());
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void survivesOddColumnsWithSaneOdds(Detector detector) {
    for (ColumnView view : VIEWS) {
      Optional<Evidence> evidence = detector.weigh(view);
      evidence.ifPresent(
          found -> {
            assertThat(found.logOdds()).isFinite();
            assertThat(found.confidence()).isBetween(0.0, 1.0);
            assertThat(found.type()).isEqualTo(detector.type());
            assertThat(found.role()).isNotEqualTo(Role.HARMLESS);
            assertThat(found.signs()).isNotEmpty();
          });
      assertThat(detector.weigh(view)).isEqualTo(evidence);
    }
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void allCluesLeadToOneType(Detector detector) {
    assertThat(detector.clues()).isNotEmpty();
    assertThat(detector.clues()).allMatch(clues -> clues.type() == detector.type());
    assertThat(detector.clues().stream().flatMap(clues -> clues.phrases().stream()))
        .allMatch(phrase -> phrase.words().stream().allMatch(w -> w.equals(Header.fold(w))));
  }

  @Test
  void headersComeApartInAnyWriting() {
    for (String name : List.of("dateOfBirth", "DATE_OF_BIRTH", "Date of Birth", "dateofbirth")) {
      assertThat(Header.of(name, Detectors.vocabulary()).words())
          .as(name)
          .containsExactly("date", "birth");
    }
    assertThat(Header.of("Straße", Detectors.vocabulary()).words()).containsExactly("strasse");
    assertThat(Header.of("phone2", Detectors.vocabulary()).words()).containsExactly("phone", "2");
  }
}
