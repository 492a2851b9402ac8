package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Likeness in a process of its own, started as the start script does it.
 *
 * @param process of the JVM
 * @param api what it offers
 */
record Running(Process process, Api api) implements AutoCloseable {

  static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path APPLICATION = TARGET.resolve("quarkus-app/quarkus-run.jar");
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Pattern READY = Pattern.compile("Likeness is ready .*?(http://[^ ]+)");

  /** {@code serve} on a free port of the loopback interface. */
  static Running serve(Path data) throws IOException {
    return serve(data, Map.of());
  }

  /** {@code serve} with more environment and arguments; waits until it is ready. */
  static Running serve(Path data, Map<String, String> environment, String... more)
      throws IOException {
    Process process = start(environment, arguments(data, more));
    CompletableFuture<String> url = CompletableFuture.supplyAsync(() -> awaitReady(process));
    try {
      String key = environment.getOrDefault("LIKENESS_API_KEY", "");
      return new Running(process, new Api(url.get(LIMIT.toSeconds(), TimeUnit.SECONDS), key));
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("Likeness did not become ready", e);
    }
  }

  private static String[] arguments(Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** Any command of standalone; standard error joins standard output. */
  static Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = java("-Xmx1g", "-Dlikeness.runtime-dir=" + TARGET.resolve("runtime"));
    command.addAll(List.of("-jar", APPLICATION.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("LIKENESS_API_KEY");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The JVM that runs the tests, with the flags of the house. */
  static List<String> java(String... flags) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC"));
    command.addAll(List.of(flags));
    return command;
  }

  /** Ends the JVM as a power failure would; PostgreSQL is left behind. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("stops when told to").isTrue();
  }

  private static String awaitReady(Process process) {
    StringBuilder said = new StringBuilder();
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    for (String line = line(reader); line != null; line = line(reader)) {
      said.append(line).append('\n');
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return ready.group(1);
      }
    }
    throw new IllegalStateException("Likeness ended before it was ready:\n" + said);
  }

  private static String line(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      return null;
    }
  }
}
