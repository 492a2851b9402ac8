package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads every file of a folder in a process of its own, whose heap has room for its classes and 64
 * MiB more: for each file a line with its name, what became of it and the CPU time that it took.
 */
final class HostileWalk {

  private static final int MIB = 1 << 20;
  private static final int ROOM = 64 * MIB;

  private HostileWalk() {}

  /** What became of one file. */
  record Line(String name, String outcome, long millis) {

    static Line of(String text) {
      String[] parts = text.split("\t", -1);
      return new Line(parts[0], parts[1], Long.parseLong(parts[2]));
    }

    boolean isCrash() {
      return outcome.startsWith("crash");
    }
  }

  /** Of the folder of files and an empty folder to work in. */
  public static void main(String[] folders) throws IOException {
    Path scratch = Path.of(folders[1]);
    Path first = Files.writeString(scratch.resolve("first"), "a,b\n1,2\n");
    outcome(first, scratch);
    List<byte[]> ballast = ballast();
    try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
      for (Path file : files.sorted().toList()) {
        long before = cpu();
        String outcome = outcome(file, scratch);
        long millis = (cpu() - before) / 1_000_000;
        System.out.println(file.getFileName() + "\t" + outcome + "\t" + millis);
      }
    }
    System.out.println("ballast\t" + ballast.size() + "\t0");
  }

  /** Fills the heap up to the room that a file may take. */
  private static List<byte[]> ballast() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    List<byte[]> ballast = new ArrayList<>();
    long used = runtime.totalMemory() - runtime.freeMemory();
    for (long free = runtime.maxMemory() - used; free > ROOM; free -= MIB) {
      ballast.add(new byte[MIB]);
    }
    return ballast;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String outcome(Path file, Path scratch) throws IOException {
    Path parquet = scratch.resolve("out.parquet");
    String outcome = read(file, parquet);
    boolean written = Files.deleteIfExists(parquet);
    try (Stream<Path> left = Files.list(scratch)) {
      boolean clean = left.allMatch(path -> path.endsWith("first"));
      return clean && written == outcome.startsWith("table") ? outcome : "crash leftovers";
    }
  }

  private static String read(Path file, Path parquet) {
    try {
      Reading reading =
          TableReader.ingest(file, parquet, ReadLimits.defaults(), RunContext.quiet());
      int shown = CanonicalTable.preview(parquet, 10).size();
      return shown == Math.min(10, reading.rows())
          ? "table " + reading.rows() + " x " + reading.columns().size()
          : "crash preview";
    } catch (UnreadableTableException e) {
      return e.getMessage().isBlank() || e.remedy().isBlank() ? "crash no cause" : e.code();
    } catch (RuntimeException | Error e) {
      return "crash " + e.getClass().getSimpleName() + " at " + place(e);
    }
  }

  private static String place(Throwable problem) {
    return Stream.of(problem.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.likeness"))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("?");
  }
}
