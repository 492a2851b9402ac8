package dev.likeness.evaluation;

import dev.likeness.evaluation.MaskedEvaluationReport.MaskedColumn;
import dev.likeness.evaluation.MaskedEvaluationReport.ProtectedColumns;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.treatment.CaesarLegacyTreatment;
import dev.likeness.privacy.treatment.DropTreatment;
import dev.likeness.privacy.treatment.KeepTreatment;
import dev.likeness.privacy.treatment.Protection;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges a masked copy by what it still shows.
 *
 * <p>Two figures. <em>Protected</em> is the share of the personal columns that are covered: nothing
 * of a value can be read off the copy, or only a part of one that does not name a person.
 * <em>Singled out</em> is the share of rows that the quasi-identifiers which the copy shows, in
 * full or in part, tell apart from all others ({@link Exposure}).
 *
 * <p>A column that is only shifted by {@code caesar-legacy} is clear text in both, and the report
 * warns of it: 25 keys protect nothing.
 *
 * <p><b>Cost:</b> that of {@link Exposure} on the copy. <b>Randomness:</b> none that matters.
 * <b>Thread-safe:</b> yes.
 */
public final class MaskedEvaluation {

  private static final String PROTECTED =
      "share of the columns that point to people, help to single them out or are sensitive of which"
          + " the copy shows nothing, or less than would name a person; kept and caesar-legacy"
          + " columns are clear text";

  private MaskedEvaluation() {}

  /** Whether the copy shows a quasi-identifier, so that its rows have to be looked at. */
  public static boolean needsRows(MaskedManifest manifest) {
    return columns(manifest).stream().anyMatch(MaskedEvaluation::tellsApart);
  }

  /**
   * Evaluates.
   *
   * @param manifest how the copy was made
   * @param profile of the original
   * @param copy canonical copy of the masked rows; needed where {@link #needsRows} says so
   * @param run how it is run
   * @throws dev.likeness.numerics.CancelledException when the context asked to stop
   */
  public static MaskedEvaluationReport of(
      MaskedManifest manifest, TableProfile profile, Optional<Path> copy, RunContext run) {
    long start = System.nanoTime();
    List<MaskedColumn> columns = columns(manifest);
    Optional<Exposure> exposure =
        copy.map(rows -> Exposure.of(rows, shown(profile, columns), run))
            .filter(found -> !found.quasiIdentifiers().isEmpty());
    ProtectedColumns covered = covered(columns);
    List<ReportWarning> warnings = warnings(columns);
    return new MaskedEvaluationReport(
        profile.rows(),
        covered,
        exposure,
        verdict(covered, exposure, columns),
        warnings,
        columns,
        (System.nanoTime() - start) / 1e9,
        notes(exposure));
  }

  private static List<MaskedColumn> columns(MaskedManifest manifest) {
    List<MaskedColumn> columns = new ArrayList<>();
    for (MaskedManifest.Column column : manifest.columns()) {
      Optional<TreatmentChoice> treatment = column.treatment();
      String name = treatment.map(TreatmentChoice::name).orElse(KeepTreatment.NAME);
      columns.add(
          new MaskedColumn(
              columns.size() + 1,
              column.field().name(),
              column.field().role(),
              column.type(),
              name,
              treatment.map(choice -> choice.bound().protection()).orElse(Protection.CLEAR),
              name.equals(DropTreatment.NAME)));
    }
    return columns;
  }

  private static boolean tellsApart(MaskedColumn column) {
    return column.isShown() && column.role() == Role.QUASI_IDENTIFIER;
  }

  /** The profile of the copy: what it does not show says nothing about people any more. */
  private static TableProfile shown(TableProfile profile, List<MaskedColumn> columns) {
    List<ColumnProfile> kept = new ArrayList<>();
    for (MaskedColumn column : columns) {
      if (!column.dropped()) {
        ColumnProfile original = profile.columns().get(column.position() - 1);
        Role role = tellsApart(column) ? Role.QUASI_IDENTIFIER : Role.HARMLESS;
        kept.add(original.withPersonalData(role, column.type(), 1, original.signs()));
      }
    }
    return new TableProfile(profile.rows(), profile.schema(), kept);
  }

  private static ProtectedColumns covered(List<MaskedColumn> columns) {
    List<MaskedColumn> personal = columns.stream().filter(MaskedColumn::isPersonal).toList();
    int covered = (int) personal.stream().filter(MaskedColumn::isCovered).count();
    OptionalDouble share =
        personal.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) covered / personal.size());
    return new ProtectedColumns(share, personal.size(), covered, PROTECTED);
  }

  private static List<ReportWarning> warnings(List<MaskedColumn> columns) {
    List<String> shifted =
        columns.stream()
            .filter(column -> column.treatment().equals(CaesarLegacyTreatment.NAME))
            .map(MaskedColumn::name)
            .toList();
    List<String> kept =
        columns.stream()
            .filter(column -> column.role() == Role.DIRECT_IDENTIFIER)
            .filter(column -> column.treatment().equals(KeepTreatment.NAME))
            .map(MaskedColumn::name)
            .toList();
    List<ReportWarning> warnings = new ArrayList<>();
    if (!shifted.isEmpty()) {
      warnings.add(ReportWarning.caesar(shifted));
    }
    if (!kept.isEmpty()) {
      warnings.add(ReportWarning.kept(kept));
    }
    return warnings;
  }

  private static String verdict(
      ProtectedColumns covered, Optional<Exposure> exposure, List<MaskedColumn> columns) {
    if (covered.personal() == 0) {
      return "No column was taken for personal, so there was nothing to protect.";
    }
    List<MaskedColumn> open =
        columns.stream().filter(MaskedColumn::isPersonal).filter(c -> !c.isCovered()).toList();
    return open(open, covered.personal())
        + exposure.flatMap(Exposure::all).map(MaskedEvaluation::apart).orElse(".");
  }

  private static String open(List<MaskedColumn> open, int personal) {
    long clear = open.stream().filter(column -> column.protection() == Protection.CLEAR).count();
    long inPart = open.size() - clear;
    List<String> parts = new ArrayList<>();
    if (clear > 0) {
      parts.add(clear + (clear == 1 ? " stands" : " stand") + " in clear text");
    }
    if (inPart > 0) {
      parts.add(inPart + (inPart == 1 ? " shows a part" : " show parts") + " of what names people");
    }
    return parts.isEmpty()
        ? "All " + personal + " personal columns are covered"
        : "Of " + personal + " personal columns " + String.join(" and ", parts);
  }

  private static String apart(Exposure.Combination all) {
    return "; what the copy shows tells " + rows(all.share()) + " apart from all others.";
  }

  private static String rows(double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? "no row" : "every row";
    }
    double percent = Math.min(100 * share, 99.9);
    return percent < 0.1
        ? "less than 0.1% of the rows"
        : String.format(Locale.ROOT, "%.1f%% of the rows", percent);
  }

  private static List<String> notes(Optional<Exposure> exposure) {
    return exposure
        .filter(Exposure::sampled)
        .map(
            found ->
                List.of(
                    String.format(
                        Locale.ROOT,
                        "Who can be singled out was looked at in %,d rows, drawn at random; among"
                            + " fewer rows more are alone.",
                        found.rowsLookedAt())))
        .orElse(List.of());
  }
}
