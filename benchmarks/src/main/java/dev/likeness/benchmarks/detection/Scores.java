package dev.likeness.benchmarks.detection;

import dev.likeness.table.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts right and wrong verdicts by role and by type, column by column. */
final class Scores {

  /** Right, found without being there, there without being found. */
  static final class Tally {
    private int right;
    private int wronglyFound;
    private int missed;

    double precision() {
      return right + wronglyFound == 0 ? 1 : (double) right / (right + wronglyFound);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f  recall %.3f  F1 %.3f  (%d right, %d too many, %d missed)",
          precision(),
          recall(),
          f1(),
          right,
          wronglyFound,
          missed);
    }
  }

  private final Map<String, Tally> roles = new TreeMap<>();
  private final Map<String, Tally> strictRoles = new TreeMap<>();
  private final Map<String, Tally> types = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();
  private int columns;

  /** Scores the columns of a table; says so where their number differs. */
  void add(LabelledTable table, List<ColumnProfile> found) {
    if (found.size() != table.labels().size()) {
      misses.add(
          table.name() + ": left out, " + found.size() + " columns for " + table.labels().size());
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      add(table.name(), table.labels().get(i), found.get(i));
    }
  }

  private void add(String table, Label label, ColumnProfile column) {
    columns++;
    String role = LabelledTable.role(column);
    String type = column.type();
    count(roles, label.acceptsRole(role) ? role : label.role(), role);
    count(strictRoles, label.role(), role);
    boolean typeFits =
        label.accepts(role, type) || label.acceptsRole(role) && type.equals(label.type());
    count(types, typeFits ? type : label.type(), type);
    if (!label.acceptsRole(role)) {
      misses.add(
          "%s: %s is %s/%s, found %s/%s (%.2f)"
              .formatted(
                  table,
                  column.name(),
                  label.role(),
                  label.type(),
                  role,
                  type,
                  column.roleConfidence()));
    } else if (!typeFits) {
      misses.add(
          "%s: %s is %s/%s, found type %s"
              .formatted(table, column.name(), label.role(), label.type(), type));
    }
  }

  private static void count(Map<String, Tally> tallies, String truth, String found) {
    if (truth.equals(found)) {
      tallies.computeIfAbsent(truth, name -> new Tally()).right++;
    } else {
      tallies.computeIfAbsent(truth, name -> new Tally()).missed++;
      tallies.computeIfAbsent(found, name -> new Tally()).wronglyFound++;
    }
  }

  /** The score of a role, other defensible labels accepted. */
  Tally role(String role) {
    return roles.computeIfAbsent(role, name -> new Tally());
  }

  /** The score of a role against the first label only. */
  Tally strictRole(String role) {
    return strictRoles.computeIfAbsent(role, name -> new Tally());
  }

  /** One line for each wrong verdict. */
  List<String> misses() {
    return List.copyOf(misses);
  }

  /** All figures for people. */
  String report(String title) {
    StringBuilder out = new StringBuilder();
    out.append(title).append(": ").append(columns).append(" columns\n");
    for (String role : List.of("direct", "quasi", "sensitive", "none")) {
      out.append("  %-10s %s%n".formatted(role, role(role)));
      out.append("  %-10s %s%n".formatted("  strict", strictRole(role)));
    }
    types.forEach((type, tally) -> out.append("    %-24s %s%n".formatted(type, tally)));
    misses.forEach(miss -> out.append("  ! ").append(miss).append('\n'));
    return out.toString();
  }
}
