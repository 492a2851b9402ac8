package dev.likeness.privacy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CancelledException;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.treatment.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedCopyTest {

  private static final DataKey KEY = DataKey.generate(KeyScope.dataset("default", "people"));

  @TempDir static Path folder;

  private static final Map<Integer, People> TABLES = new HashMap<>();

  private static People people(int rows) throws IOException {
    if (!TABLES.containsKey(rows)) {
      Path own = Files.createDirectory(folder.resolve("rows-" + rows));
      TABLES.put(rows, People.of(own, People.csv(rows)));
    }
    return TABLES.get(rows);
  }

  private static ObjectNode options() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String masked(MaskedCopy copy, People people, int threads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy.write(people.canonical(), out, RunContext.quiet().withThreads(threads));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<List<String>> records(String csv, MaskedManifest manifest)
      throws IOException {
    MaskedRecords records =
        new MaskedRecords(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), manifest.dialect());
    List<List<String>> all = new ArrayList<>();
    for (var next = records.next(); next.isPresent(); next = records.next()) {
      all.add(next.get());
    }
    return all;
  }

  private static TreatmentPlan plan(People people) {
    return TreatmentPlan.defaults(people.profile(), Purpose.MASKED_COPY);
  }

  @Test
  void keepsRowsOrderMissingCellsAndUntreatedColumns() throws IOException {
    People people = people(3000);
    MaskedCopy copy =
        MaskedCopy.of(people.reading(), people.profile(), plan(people), KEY, Vault.NONE);
    String csv = masked(copy, people, 2);
    assertThat(masked(copy, people, 1)).isEqualTo(csv);
    List<List<String>> before = records(People.csv(3000), copy.manifest());
    List<List<String>> after = records(csv, copy.manifest());
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.get(0)).isEqualTo(before.get(0));
    for (int row = 1; row < before.size(); row++) {
      List<String> was = before.get(row);
      List<String> is = after.get(row);
      for (int column : new int[] {5, 9, 11}) {
        assertThat(is.get(column)).isEqualTo(was.get(column));
      }
      for (int column = 0; column < 5; column++) {
        assertThat(is.get(column).isEmpty()).isEqualTo(was.get(column).isEmpty());
        if (!was.get(column).isEmpty()) {
          assertThat(is.get(column)).isNotEqualTo(was.get(column));
        }
      }
      assertThat(is.get(0)).matches("[A-Z]{2}-\\d{6}");
      assertThat(is.get(6)).matches("|\\d{4}-\\d{2}");
      assertThat(is.get(7)).matches("\\d+-\\d+|90\\+");
      assertThat(is.get(8)).matches("\\d{3}\\*\\*");
      assertThat(is.get(10)).startsWith("~s");
    }
  }

  @Test
  void comesBackWithTheKey() throws IOException {
    People people = people(3000);
    ByteArrayOutputStream vaultBytes = new ByteArrayOutputStream();
    FileVault vault = FileVault.writing(vaultBytes);
    TreatmentPlan plan =
        plan(people)
            .with(
                Map.of(
                    "first", TreatmentChoice.of("tokenize", options()),
                    "last", TreatmentChoice.of("encrypt", options().put("mode", "gcm")),
                    "amount", TreatmentChoice.of("drop", options())));
    MaskedCopy copy = MaskedCopy.of(people.reading(), people.profile(), plan, KEY, vault);
    String csv = masked(copy, people, 2);
    vault.close();
    assertThat(vault.written()).isEqualTo(10);
    MaskedManifest manifest =
        MaskedManifest.read(new ByteArrayInputStream(copy.manifest().bytes()));
    assertThat(manifest).isEqualTo(copy.manifest());
    Reveal reveal =
        Reveal.of(
            manifest, KEY, FileVault.reading(new ByteArrayInputStream(vaultBytes.toByteArray())));
    List<String> names = List.of("customer", "first", "last", "mail", "phone", "remark");
    assertThat(reveal.columns()).isEqualTo(names);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rows =
        reveal.write(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            names,
            out,
            RunContext.quiet());
    assertThat(rows).isEqualTo(3000);
    List<List<String>> clear = records(out.toString(StandardCharsets.UTF_8), manifest);
    List<List<String>> original = records(People.csv(3000), manifest);
    for (int row = 0; row < original.size(); row++) {
      List<String> was = original.get(row);
      assertThat(clear.get(row))
          .containsExactly(was.get(0), was.get(1), was.get(2), was.get(3), was.get(4), was.get(10));
    }
  }

  @Test
  void anotherKeyRevealsNothing() throws IOException {
    People people = people(400);
    MaskedCopy copy =
        MaskedCopy.of(people.reading(), people.profile(), plan(people), KEY, Vault.NONE);
    DataKey other = DataKey.generate(KeyScope.dataset("default", "people"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reveal.of(copy.manifest(), other, Vault.NONE))
        .withMessageContaining(KEY.id());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Reveal.of(copy.manifest(), KEY, Vault.NONE)
                    .write(
                        new ByteArrayInputStream(new byte[0]),
                        List.of("born"),
                        new ByteArrayOutputStream(),
                        RunContext.quiet()))
        .withMessageContaining("column = born, expected one of customer");
  }

  @Test
  void peopleStayThemselvesAcrossTablesOfAProject() throws IOException {
    DataKey project = DataKey.generate(KeyScope.project("default", "crm"));
    People people = people(400);
    Path second = Files.createDirectory(folder.resolve("second"));
    StringBuilder orders = new StringBuilder("order;mail;total\n");
    for (List<String> row :
        records(
            People.csv(400),
            MaskedCopy.of(people.reading(), people.profile(), plan(people), KEY, Vault.NONE)
                .manifest())) {
      if (!row.get(0).equals("customer")) {
        orders.append("O").append(row.get(0)).append(';').append(row.get(3)).append(";5\n");
      }
    }
    People other = People.of(second, orders.toString());
    for (String treatment : List.of("fpe", "encrypt", "hash", "tokenize")) {
      Map<String, TreatmentChoice> chosen =
          Map.of("mail", TreatmentChoice.of(treatment, options()));
      MaskedCopy a =
          MaskedCopy.of(
              people.reading(),
              people.profile(),
              TreatmentPlan.none().with(chosen),
              project,
              Vault.NONE);
      MaskedCopy b =
          MaskedCopy.of(
              other.reading(),
              other.profile(),
              TreatmentPlan.none().with(chosen),
              project,
              Vault.NONE);
      List<List<String>> left = records(masked(a, people, 2), a.manifest());
      List<List<String>> right = records(masked(b, other, 2), b.manifest());
      for (int i = 1; i < left.size(); i++) {
        assertThat(left.get(i).get(3)).isEqualTo(right.get(i).get(1));
      }
    }
  }

  @Test
  void fakesKeepPeopleTogether() throws IOException {
    People people = people(3000);
    Map<String, TreatmentChoice> fakes = new HashMap<>();
    for (String column : List.of("customer", "first", "last", "mail", "phone")) {
      fakes.put(column, TreatmentChoice.of("fake", options()));
    }
    MaskedCopy copy =
        MaskedCopy.of(
            people.reading(), people.profile(), TreatmentPlan.none().with(fakes), KEY, Vault.NONE);
    List<List<String>> before = records(People.csv(3000), copy.manifest());
    List<List<String>> after = records(masked(copy, people, 2), copy.manifest());
    Map<String, String> nameOf = new HashMap<>();
    for (int row = 1; row < after.size(); row++) {
      List<String> was = before.get(row);
      List<String> is = after.get(row);
      String same = nameOf.putIfAbsent(was.get(1) + was.get(2) + was.get(5), is.get(1) + is.get(2));
      assertThat(same == null || same.equals(is.get(1) + is.get(2))).isTrue();
      assertThat(is.get(3)).contains("@").contains("example.");
      assertThat(is.get(3).charAt(0))
          .isEqualTo(
              java.text.Normalizer.normalize(is.get(1), java.text.Normalizer.Form.NFD)
                  .toLowerCase()
                  .charAt(0));
      assertThat(is.get(4)).matches("|\\+49 \\d\\d \\d{7}");
    }
  }

  @Test
  void previewShowsTenRowsBeforeAndAfter() throws IOException {
    People people = people(400);
    MaskedCopy copy =
        MaskedCopy.of(people.reading(), people.profile(), plan(people), KEY, Vault.NONE);
    List<MaskedCopy.PreviewColumn> preview = copy.preview(people.canonical());
    assertThat(preview).extracting(MaskedCopy.PreviewColumn::name).contains("mail", "born");
    assertThat(preview).allMatch(column -> column.before().size() == 10);
    String csv = masked(copy, people, 1);
    assertThat(records(csv, copy.manifest()).get(3).get(0))
        .isEqualTo(preview.get(0).after().get(2).orElseThrow());
  }

  @Test
  void countsWithoutValuesAndStopsWhenAsked() throws IOException {
    People people = people(400);
    MaskedCopy copy =
        MaskedCopy.of(people.reading(), people.profile(), plan(people), KEY, Vault.NONE);
    MaskedReport report =
        copy.write(people.canonical(), new ByteArrayOutputStream(), RunContext.quiet());
    MaskedReport.Column phone = report.columns().get(4);
    assertThat(phone.treatment()).isEqualTo("fpe");
    assertThat(phone.treated() + phone.missing()).isEqualTo(400);
    assertThat(phone.missing()).isEqualTo(37);
    assertThat(report.columns().get(11).treatment()).isEqualTo("keep");
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                copy.write(
                    people.canonical(),
                    new ByteArrayOutputStream(),
                    RunContext.quiet().withCancellation(() -> true)));
  }
}
