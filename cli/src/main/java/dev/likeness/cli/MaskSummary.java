package dev.likeness.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.likeness.privacy.plan.MaskedCopy.PreviewColumn;
import dev.likeness.privacy.plan.MaskedReport;
import dev.likeness.privacy.treatment.CaesarLegacyTreatment;
import dev.likeness.table.TableJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells people what was done to each column. */
final class MaskSummary {

  private static final int WIDEST = 36;

  private MaskSummary() {}

  /** The report as JSON. */
  static void write(MaskedReport report, Path file) throws IOException {
    try (Output output = Output.named(file.toString())) {
      OutputStream stream = output.stream();
      stream.write(
          TableJson.mapper()
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsBytes(report));
      stream.write('\n');
      output.commit();
    }
  }

  /** The report as a table; no value of the data is in it. */
  static void print(MaskedReport report, String note, PrintWriter out) {
    out.printf(Locale.ROOT, "%,d rows%n%n", report.rows());
    out.printf(
        "%-28s %-14s %-13s %12s %10s %8s%n",
        "column", "treatment", "protection", "treated", "missing", "tokens");
    for (MaskedReport.Column column : report.columns()) {
      out.printf(
          Locale.ROOT,
          "%-28s %-14s %-13s %,12d %,10d %,8d%n",
          cut(column.name(), 28),
          column.treatment(),
          column.protection().name().toLowerCase(Locale.ROOT),
          column.treated(),
          column.missing(),
          column.tokens());
    }
    report.columns().stream()
        .filter(column -> column.treatment().equals(CaesarLegacyTreatment.NAME))
        .forEach(
            column ->
                out.printf(
                    "%nNOT PROTECTED: anybody can undo caesar-legacy, and read %s.%n",
                    column.name()));
    out.printf("%n%s%n", note);
    out.flush();
  }

  /** Ten rows before and after. */
  static void print(List<PreviewColumn> preview, PrintWriter out) {
    for (PreviewColumn column : preview) {
      out.printf("%s: %s%n", column.name(), column.treatment());
      for (int row = 0; row < column.before().size(); row++) {
        String after = column.after().isEmpty() ? "(dropped)" : shown(column.after().get(row));
        out.printf("  %-36s -> %s%n", shown(column.before().get(row)), after);
      }
    }
    out.flush();
  }

  private static String shown(Optional<String> cell) {
    return cell.map(text -> cut(text.replaceAll("\\p{Cntrl}", " "), WIDEST)).orElse("(missing)");
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
