package dev.likeness.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints how well personal data is found: {@code benchmarks/detection [FOLDER-OF-LABELS]}. */
public final class DetectionRun {

  /** Tables that were scored once before anybody looked at what was missed; see their texts. */
  private static final List<String> LOOKS =
      List.of("third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private DetectionRun() {}

  /** Scores the labelled tables of a folder, if there is one, and the made-up tables. */
  public static void main(String... arguments) throws IOException {
    Path scratch = Files.createTempDirectory("likeness-detection");
    try {
      Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
      if (Files.isRegularFile(folder.resolve("pii-labels.json"))) {
        System.out.println(real(folder, scratch, Integer.MAX_VALUE).report("Labelled tables"));
      } else {
        System.out.println("There is no pii-labels.json in " + folder + ": made-up tables only.");
      }
      System.out.println(madeUp(true, scratch).report("Made-up tables, written with the rules"));
      System.out.println(
          madeUp(false, scratch).report("Made-up tables, first look, tuned on since"));
      System.out.println(
          madeUp(SecondLook.all(), scratch).report("Made-up tables, second look, tuned on since"));
      for (String look : LOOKS) {
        String title = "Made-up tables, " + look + " look, tuned on since";
        System.out.println(madeUp(written(look), scratch).report(title));
      }
    } finally {
      clear(scratch);
    }
  }

  /** The tables of a look. */
  static List<MadeUp> written(String look) throws IOException {
    return WrittenTables.of(look + "-look.txt");
  }

  /** The score on the first rows of the labelled tables of a folder. */
  static Scores real(Path folder, Path scratch, int rows) throws IOException {
    return score(LabelledTable.real(folder), scratch, rows);
  }

  /** The score on made-up tables. */
  static Scores madeUp(boolean tunedOn, Path scratch) throws IOException {
    List<MadeUp> tables =
        MadeUpTables.all().stream().filter(table -> table.tunedOn() == tunedOn).toList();
    return madeUp(tables, scratch);
  }

  /** The score on these made-up tables. */
  static Scores madeUp(List<MadeUp> tables, Path scratch) throws IOException {
    List<LabelledTable> labelled = new ArrayList<>();
    for (MadeUp table : tables) {
      labelled.add(LabelledTable.of(table, scratch));
    }
    return score(labelled, scratch, Integer.MAX_VALUE);
  }

  private static Scores score(List<LabelledTable> tables, Path scratch, int rows)
      throws IOException {
    Scores scores = new Scores();
    for (LabelledTable table : tables) {
      scores.add(table, table.found(scratch, rows));
    }
    return scores;
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
