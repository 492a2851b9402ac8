package dev.likeness.cli;

import dev.likeness.privacy.detect.Exposure;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.relation.Relation;
import java.util.List;
import java.util.Locale;

/**
 * A profile for a terminal: one line for each column, then who can be singled out, then what holds
 * between columns. No line is wider than the terminal.
 */
final class ProfileText {

  private static final List<TextTable.Heading> HEADINGS =
      List.of(
          new TextTable.Heading("#", true, TextTable.NEEDED),
          new TextTable.Heading("column", false, TextTable.NEEDED),
          new TextTable.Heading("kind", false, 3),
          new TextTable.Heading("role", false, TextTable.NEEDED),
          new TextTable.Heading("type", false, 4),
          new TextTable.Heading("sure", true, 2),
          new TextTable.Heading("missing", true, 1),
          new TextTable.Heading("distinct", true, 0),
          new TextTable.Heading("why", false, TextTable.NEEDED));
  private static final int NARROWEST = 20;
  private static final int LISTED = 5;

  private final ProfileReport report;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private ProfileText(ProfileReport report, int width) {
    this.report = report;
    this.width = Math.max(NARROWEST, width);
  }

  static String of(ProfileReport report, boolean evidence, int width) {
    ProfileText text = new ProfileText(report, width);
    text.paragraph(text.head());
    text.out.append('\n');
    text.table(evidence);
    text.out.append('\n');
    text.exposure();
    text.out.append('\n');
    text.relations();
    return text.out.toString();
  }

  private void paragraph(String text) {
    out.append(TerminalText.wrapped(text, width, "", ""));
  }

  private void item(String text) {
    out.append(TerminalText.wrapped(text, width, "  ", "    "));
  }

  private String head() {
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

  private void table(boolean evidence) {
    List<ColumnProfile> columns = report.profile().columns();
    TextTable table =
        new TextTable(HEADINGS, 1, columns.stream().map(ProfileText::cells).toList(), width);
    table.write(
        out,
        row -> {
          if (evidence) {
            columns.get(row).signs().forEach(this::sign);
          }
        });
    if (!table.leftOut().isEmpty()) {
      paragraph(
          "(Not shown here, for want of room: "
              + String.join(", ", table.leftOut())
              + "; --json has it all.)");
    }
  }

  private void sign(String sign) {
    out.append(TerminalText.wrapped(plain(sign), width, "      ", "        "));
  }

  private static List<String> cells(ColumnProfile column) {
    boolean found = column.role() != Role.HARMLESS;
    long all = column.count() + column.missing();
    return List.of(
        Integer.toString(column.position()),
        plain(column.name()),
        column.kind().word(),
        found ? ProfileReport.word(column.role()) : "-",
        found ? plain(column.type()) : "-",
        found ? percent(column.roleConfidence(), 1) : "",
        column.missing() == 0 ? "" : percent(column.missing(), all),
        (column.distinctIsEstimate() ? "~" : "") + column.distinct(),
        plain(found && !column.signs().isEmpty() ? brief(column.signs()) : column.evidence()));
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

  private void exposure() {
    Exposure exposure = report.exposure();
    if (exposure.all().isEmpty()) {
      paragraph("No column singles people out together with others.");
      return;
    }
    Exposure.Combination all = exposure.all().get();
    paragraph(
        String.format(
            Locale.ROOT,
            "The %d quasi-identifiers together single out %,d of %,d rows%s; k = %d.",
            exposure.quasiIdentifiers().size(),
            all.singledOut(),
            exposure.rowsLookedAt(),
            exposure.sampled() ? " of a sample" : "",
            all.k()));
    exposure.combinations().stream().limit(LISTED).forEach(this::combination);
    if (!exposure.leftOut().isEmpty()) {
      item("Not combined: " + plain(String.join(", ", exposure.leftOut())));
    }
  }

  private void combination(Exposure.Combination combination) {
    item(
        String.format(
            Locale.ROOT,
            "%s: %,d rows (%s)",
            plain(String.join(" + ", combination.columns())),
            combination.singledOut(),
            percent(combination.share(), 1)));
  }

  private void relations() {
    List<Relation> relations = report.relations();
    if (relations.isEmpty()) {
      paragraph("Nothing holds between columns in every row, or nearly.");
      return;
    }
    paragraph("What holds between columns, as the rows suggest:");
    relations.stream().limit(ProfileReport.RELATIONS_LISTED).forEach(this::relation);
    int more = relations.size() - ProfileReport.RELATIONS_LISTED;
    if (more > 0) {
      item("and " + more + " more, which --json lists.");
    }
  }

  private void relation(Relation relation) {
    item(plain(relation.sentence()) + " (" + ProfileReport.support(relation) + ")");
  }

  private static String plain(String text) {
    return TerminalText.plain(text);
  }
}
