package dev.likeness.cli;

import dev.likeness.privacy.detect.Exposure;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A profile for a terminal: one line for each column, then who can be singled out. */
final class ProfileText {

  private static final List<String> HEADINGS =
      List.of("#", "column", "kind", "role", "type", "sure", "missing", "distinct", "why");
  private static final int LONGEST_NAME = 32;
  private static final int SHORTEST_WHY = 20;
  private static final int LISTED = 5;

  private ProfileText() {}

  static String of(ProfileReport report, boolean evidence, int width) {
    StringBuilder out = new StringBuilder();
    out.append(head(report)).append('\n').append('\n');
    table(report, evidence, width, out);
    out.append('\n');
    exposure(report.exposure(), out);
    return out.toString();
  }

  private static String head(ProfileReport report) {
    long found = report.profile().columns().stream().filter(c -> c.role() != Role.HARMLESS).count();
    return "%s: %,d rows, %d columns, %d of them about people%s"
        .formatted(
            plain(report.file()),
            report.profile().rows(),
            report.profile().columns().size(),
            found,
            report.sampled()
                ? " (looked for in a sample of %,d rows)".formatted(report.rowsLookedAt())
                : "");
  }

  private static void table(ProfileReport report, boolean evidence, int width, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    report.profile().columns().forEach(column -> rows.add(cells(column)));
    int[] widths = new int[HEADINGS.size() - 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int why =
        Math.max(SHORTEST_WHY, width - java.util.Arrays.stream(widths).sum() - 2 * widths.length);
    for (int i = 0; i < rows.size(); i++) {
      line(rows.get(i), widths, why, out);
      if (evidence && i > 0) {
        report
            .profile()
            .columns()
            .get(i - 1)
            .signs()
            .forEach(sign -> out.append("      ").append(sign).append('\n'));
      }
    }
  }

  private static void line(List<String> row, int[] widths, int why, StringBuilder out) {
    for (int i = 0; i < widths.length; i++) {
      boolean number = i == 0 || i >= 5;
      String cell = row.get(i);
      String space = " ".repeat(widths[i] - cell.length());
      out.append(number ? space + cell : cell + space).append("  ");
    }
    out.append(cut(row.getLast(), why)).append('\n');
  }

  private static List<String> cells(ColumnProfile column) {
    boolean found = column.role() != Role.HARMLESS;
    long all = column.count() + column.missing();
    return List.of(
        Integer.toString(column.position()),
        cut(plain(column.name()), LONGEST_NAME),
        column.kind().word(),
        found ? ProfileReport.word(column.role()) : "-",
        found ? column.type() : "-",
        found ? percent(column.roleConfidence(), 1) : "",
        column.missing() == 0 ? "" : percent(column.missing(), all),
        (column.distinctIsEstimate() ? "~" : "") + column.distinct(),
        found && !column.signs().isEmpty() ? brief(column.signs()) : column.evidence());
  }

  /** The signs in few words; in full they stand in the JSON, the page, and with --evidence. */
  private static String brief(List<String> signs) {
    return String.join(" ", signs)
        .replaceAll("Its name is one that [^.]*\\.", "Named so.")
        .replaceAll("Its name (speaks of|may mean) [^.]*\\.", "Name $1 it.")
        .replace(" of its values", "");
  }

  private static String percent(double part, double all) {
    double percent = 100 * part / Math.max(all, 1e-9);
    return percent > 0 && percent < 1 ? "<1%" : Math.round(percent) + "%";
  }

  private static void exposure(Exposure exposure, StringBuilder out) {
    if (exposure.all().isEmpty()) {
      out.append("No column singles people out together with others.\n");
      return;
    }
    Exposure.Combination all = exposure.all().get();
    out.append(
        String.format(
            Locale.ROOT,
            "The %d quasi-identifiers together single out %,d of %,d rows%s; k = %d.%n",
            exposure.quasiIdentifiers().size(),
            all.singledOut(),
            exposure.rowsLookedAt(),
            exposure.sampled() ? " of a sample" : "",
            all.k()));
    for (Exposure.Combination combination :
        exposure.combinations().subList(0, Math.min(LISTED, exposure.combinations().size()))) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %s: %,d rows (%s)%n",
              plain(String.join(" + ", combination.columns())),
              combination.singledOut(),
              percent(combination.share(), 1)));
    }
    if (!exposure.leftOut().isEmpty()) {
      out.append("  Not combined: ").append(plain(String.join(", ", exposure.leftOut())));
      out.append('\n');
    }
  }

  /** Names of columns come from files; what moves a cursor is not shown. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
