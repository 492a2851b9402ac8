package dev.likeness.cli;

import dev.likeness.privacy.detect.Exposure;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Histogram;
import dev.likeness.table.relation.Relation;
import java.util.List;
import java.util.Locale;

/**
 * A profile as one HTML page without anything from elsewhere: no script, no font, no link. Whatever
 * comes from the file is escaped.
 */
final class ProfilePage {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#8884;--bar:#4a7ab5}
      body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0}p.lead{margin:.2rem 0 1.5rem;opacity:.8}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);
        vertical-align:top}
      th{font-weight:600;font-size:.85rem;vertical-align:bottom}
      .n{text-align:right;font-variant-numeric:tabular-nums}
      td.name{font-weight:600;overflow-wrap:anywhere;min-width:9rem;max-width:16rem}
      .role{border-radius:.7rem;padding:.05rem .6rem;font-size:.85rem;white-space:nowrap}
      .direct{background:#b3261e;color:#fff}.quasi{background:#8a5a00;color:#fff}
      .sensitive{background:#6a1b9a;color:#fff}.none{border:1px solid var(--line)}
      .missing{display:block;height:.35rem;width:5rem;background:#8883}
      .missing i{display:block;height:100%;background:#b3261e}
      details{max-width:28rem;font-size:.9rem}summary{cursor:pointer}ul{margin:.3rem 0;padding-left:1.1rem}
      svg rect{fill:var(--bar)}.scroll{overflow-x:auto}h2{font-size:1.15rem;margin-top:2rem}
      """;

  /** A heading; those of numbers stand on the right like them. */
  private record Heading(String text, boolean number) {

    static Heading of(String text) {
      return new Heading(text, false);
    }

    static Heading ofNumbers(String text) {
      return new Heading(text, true);
    }
  }

  private static final List<Heading> COLUMNS =
      List.of(
          Heading.ofNumbers("#"),
          Heading.of("Column"),
          Heading.of("Kind"),
          Heading.of("Role"),
          Heading.of("Type"),
          Heading.ofNumbers("Sure"),
          Heading.of("Missing"),
          Heading.ofNumbers("Distinct"),
          Heading.of("Values"),
          Heading.of("Why"));
  private static final List<Heading> COMBINATIONS =
      List.of(
          Heading.of("Columns together"),
          Heading.ofNumbers("Rows singled out"),
          Heading.ofNumbers("Share"),
          Heading.ofNumbers("Smallest group"));
  private static final List<Heading> RELATIONS =
      List.of(
          Heading.of("As the rows suggest"),
          Heading.ofNumbers("Rows"),
          Heading.ofNumbers("Against it"));

  private final StringBuilder out = new StringBuilder();
  private final ProfileReport report;

  private ProfilePage(ProfileReport report) {
    this.report = report;
  }

  static String of(ProfileReport report) {
    return new ProfilePage(report).page();
  }

  private String page() {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'\"><title>")
        .append(escaped(report.file()))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body><main>\n");
    head();
    columns();
    exposure();
    relations();
    out.append("</main><footer><p class=\"lead\">Likeness ")
        .append(escaped(report.version()))
        .append("</p></footer></body></html>\n");
    return out.toString();
  }

  private void head() {
    long found = report.profile().columns().stream().filter(c -> c.role() != Role.HARMLESS).count();
    out.append("<h1>").append(escaped(report.file())).append("</h1><p class=\"lead\">");
    out.append(
        String.format(
            Locale.ROOT,
            "%,d rows, %d columns, %d of them about people.",
            report.profile().rows(),
            report.profile().columns().size(),
            found));
    if (report.sampled()) {
      out.append(
          String.format(
              Locale.ROOT,
              " Personal data was looked for in a sample of %,d rows.",
              report.rowsLookedAt()));
    }
    out.append("</p>\n");
  }

  private void columns() {
    table("Columns", COLUMNS);
    report.profile().columns().forEach(this::column);
    endTable();
  }

  /** The head of a table that scrolls by itself where it is wider than the window. */
  private void table(String name, List<Heading> headings) {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").append(name);
    out.append("\"><table><thead><tr>");
    headings.forEach(
        heading ->
            out.append(heading.number() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                .append(heading.text())
                .append("</th>"));
    out.append("</tr></thead><tbody>\n");
  }

  private void endTable() {
    out.append("</tbody></table></div>\n");
  }

  private void column(ColumnProfile column) {
    boolean found = column.role() != Role.HARMLESS;
    String role = ProfileReport.word(column.role());
    double missing = (double) column.missing() / Math.max(1, column.count() + column.missing());
    out.append("<tr><td class=\"n\">").append(column.position());
    out.append("</td><td class=\"name\">").append(escaped(column.name()));
    out.append("</td><td>").append(column.kind().word());
    out.append("</td><td><span class=\"role ").append(role).append("\">").append(role);
    out.append("</span></td><td>").append(found ? column.type() : "");
    out.append("</td><td class=\"n\">").append(found ? percent(column.roleConfidence()) : "");
    out.append("</td><td>").append(missing == 0 ? "" : percent(missing));
    out.append(missing == 0 ? "" : bar(missing));
    out.append("</td><td class=\"n\">").append(column.distinctIsEstimate() ? "~" : "");
    out.append(String.format(Locale.ROOT, "%,d", column.distinct()));
    out.append("</td><td>").append(column.histogram().map(ProfilePage::drawn).orElse(""));
    out.append("</td><td>").append(why(column)).append("</td></tr>\n");
  }

  private static String bar(double share) {
    return "<span class=\"missing\"><i style=\"width:"
        + Math.round(100 * share)
        + "%\"></i></span>";
  }

  private static String why(ColumnProfile column) {
    StringBuilder text = new StringBuilder("<details><summary>Evidence</summary><ul>");
    text.append("<li>").append(escaped(column.evidence())).append("</li>");
    column.signs().forEach(sign -> text.append("<li>").append(escaped(sign)).append("</li>"));
    return text.append("</ul></details>").toString();
  }

  /** Bars, the highest as high as the drawing. */
  private static String drawn(Histogram histogram) {
    long most = histogram.counts().stream().mapToLong(Long::longValue).max().orElse(1);
    int bins = histogram.counts().size();
    StringBuilder svg =
        new StringBuilder("<svg width=\"100\" height=\"28\" role=\"img\" aria-label=\"");
    svg.append("histogram with ").append(bins).append(" bins\">");
    for (int i = 0; i < bins; i++) {
      double height = 28.0 * histogram.counts().get(i) / Math.max(1, most);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              100.0 * i / bins,
              28 - height,
              Math.max(0.8, 100.0 / bins - 0.4),
              height));
    }
    return svg.append("</svg>").toString();
  }

  private void exposure() {
    Exposure exposure = report.exposure();
    out.append("<h2>Who can be singled out</h2>\n");
    if (exposure.all().isEmpty()) {
      out.append("<p>No column singles people out together with others.</p>\n");
      return;
    }
    Exposure.Combination all = exposure.all().get();
    out.append(
        String.format(
            Locale.ROOT,
            "<p>The %d quasi-identifiers together single out %,d of %,d rows%s; k = %d.</p>%n",
            exposure.quasiIdentifiers().size(),
            all.singledOut(),
            exposure.rowsLookedAt(),
            exposure.sampled() ? " of a sample" : "",
            all.k()));
    table("Columns that single out", COMBINATIONS);
    exposure.combinations().forEach(this::combination);
    endTable();
  }

  private void combination(Exposure.Combination combination) {
    out.append("<tr><td>").append(escaped(String.join(" + ", combination.columns())));
    out.append("</td><td class=\"n\">");
    out.append(String.format(Locale.ROOT, "%,d", combination.singledOut()));
    out.append("</td><td class=\"n\">").append(percent(combination.share()));
    out.append("</td><td class=\"n\">").append(combination.k()).append("</td></tr>\n");
  }

  private void relations() {
    List<Relation> relations = report.relations();
    out.append("<h2>What holds between columns</h2>\n");
    if (relations.isEmpty()) {
      out.append("<p>Nothing holds in every row, or nearly.</p>\n");
      return;
    }
    table("Relations", RELATIONS);
    relations.stream().limit(ProfileReport.RELATIONS_LISTED).forEach(this::relation);
    endTable();
    int more = relations.size() - ProfileReport.RELATIONS_LISTED;
    if (more > 0) {
      out.append("<p>And ").append(more).append(" more, which --json lists.</p>\n");
    }
  }

  private void relation(Relation relation) {
    out.append("<tr><td>").append(escaped(relation.sentence()));
    out.append("</td><td class=\"n\">");
    out.append(String.format(Locale.ROOT, "%,d", relation.support().rows()));
    out.append("</td><td class=\"n\">");
    out.append(String.format(Locale.ROOT, "%,d", relation.support().exceptions()));
    out.append("</td></tr>\n");
  }

  private static String percent(double share) {
    return share > 0 && share < 0.01 ? "&lt;1%" : Math.round(100 * share) + "%";
  }

  private static String escaped(String text) {
    return TerminalText.plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
