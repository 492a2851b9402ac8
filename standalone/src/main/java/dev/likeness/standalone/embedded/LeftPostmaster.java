package dev.likeness.standalone.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that still runs on a cluster because its parent was killed: a new one would wait for
 * ever, so it is stopped first, but only when it is surely the one of this cluster.
 */
final class LeftPostmaster {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private LeftPostmaster() {}

  /** Stops the server that runs on the cluster, if one does, and clears what a dead one left. */
  static void stopIn(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> running = process(pidFile);
    if (running.isPresent()) {
      stop(running.get(), cluster);
    }
    Files.deleteIfExists(pidFile);
  }

  /** Asks a server to end its sessions and stop. */
  static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The live PostgreSQL that the file names; empty when the number now belongs to another program.
   */
  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(handle -> commandLine(handle).contains("postgres"));
  }

  private static void stop(ProcessHandle process, Path cluster) {
    if (!commandLine(process).contains(cluster.toString())) {
      throw new StartException(
          "The file "
              + cluster.resolve("postmaster.pid")
              + " names process "
              + process.pid()
              + ", a PostgreSQL that is not ours. Stop that process or use another --data folder.");
    }
    interrupt(process);
    if (!endsWithin(process)) {
      process.destroyForcibly();
      if (!endsWithin(process)) {
        throw new StartException(
            "PostgreSQL process "
                + process.pid()
                + " of an earlier run does not end. Stop it by hand.");
      }
    }
  }

  private static boolean endsWithin(ProcessHandle process) {
    try {
      process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
