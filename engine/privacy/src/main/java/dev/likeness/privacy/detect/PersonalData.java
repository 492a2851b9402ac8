package dev.likeness.privacy.detect;

import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.Verdicts.Verdict;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TextFormat;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Profiles a table and says which of its columns hold personal data.
 *
 * <p>Detection looks at a seeded sample of {@link ColumnSamples#MOST_ROWS} rows; the shares of
 * distinct and missing values are those of the whole table. A direct identifier is never modelled:
 * it becomes text, and its profile loses everything that quotes values.
 *
 * <p>Stage of progress: {@code "profile"}, then {@code "detect"}. <b>Randomness:</b> the same table
 * gives the same findings. <b>Thread-safe:</b> yes.
 */
public final class PersonalData {

  private PersonalData() {}

  /** Loads the word lists beside what the caller does now, so that the first table finds them. */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("word lists").start(Detectors::vocabulary);
  }

  /**
   * Profiles a canonical copy.
   *
   * @param canonicalParquet the copy
   * @param reading what {@link dev.likeness.table.io.TableReader} said about it
   */
  public static TableProfile profile(Path canonicalParquet, Reading reading, RunContext run) {
    return profile(canonicalParquet, reading, List.of(), run);
  }

  /**
   * Profiles a canonical copy as people say.
   *
   * @param canonicalParquet the copy
   * @param reading what {@link dev.likeness.table.io.TableReader} said about it
   * @param amendments what people say about columns; it wins over what is found
   */
  public static TableProfile profile(
      Path canonicalParquet, Reading reading, List<Amendment> amendments, RunContext run) {
    TableProfile profile = TableProfiler.profile(canonicalParquet, reading, amendments, run);
    return find(canonicalParquet, profile, amendments, run);
  }

  /**
   * Finds the personal data of a table that is profiled already.
   *
   * @param canonicalParquet the copy
   * @param profile of the same table
   * @param amendments what people say about columns
   */
  public static TableProfile find(
      Path canonicalParquet, TableProfile profile, List<Amendment> amendments, RunContext run) {
    run.progress().at("detect", 0);
    ColumnSamples samples =
        ColumnSamples.read(canonicalParquet, profile.columns().size(), profile.rows(), run);
    List<ColumnView> views = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      ColumnProfile column = profile.columns().get(i);
      views.add(
          ColumnView.of(
              Header.of(column.name(), Detectors.vocabulary()),
              column,
              profile.schema().field(i),
              samples.present(i)));
    }
    List<Verdict> found = Verdicts.of(views, run);
    run.progress().at("detect", 1);
    return merge(profile, amend(profile, found, amendments));
  }

  /** In how many rows of a table personal data is looked for; all of them in a small one. */
  public static long rowsLookedAt(TableProfile profile) {
    return Math.min(profile.rows(), ColumnSamples.wanted(profile.columns().size()));
  }

  private static List<Verdict> amend(
      TableProfile profile, List<Verdict> found, List<Amendment> amendments) {
    List<Verdict> amended = new ArrayList<>(found);
    for (Amendment said : amendments) {
      for (int i = 0; i < found.size(); i++) {
        if (profile.columns().get(i).name().equals(said.column())) {
          amended.set(i, Said.over(said, found.get(i)));
        }
      }
    }
    return amended;
  }

  private static TableProfile merge(TableProfile profile, List<Verdict> found) {
    List<Field> fields = new ArrayList<>();
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Optional<Evidence> held = found.get(i).found();
      Role role = held.map(Evidence::role).orElse(Role.HARMLESS);
      String type = held.map(e -> e.type().json()).orElse(ColumnProfile.NO_TYPE);
      double confidence = found.get(i).confidence();
      List<String> signs = held.map(Evidence::signs).orElse(List.of());
      fields.add(field(profile.schema().field(i), role));
      columns.add(profile.columns().get(i).withPersonalData(role, type, confidence, signs));
    }
    return new TableProfile(profile.rows(), new Schema(fields), columns);
  }

  private static Field field(Field field, Role role) {
    return role == Role.DIRECT_IDENTIFIER
        ? new Field(field.name(), StorageType.TEXT, Measure.NOMINAL, role, TextFormat.PLAIN)
        : new Field(field.name(), field.type(), field.measure(), role, field.format());
  }
}
