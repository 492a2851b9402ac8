package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line, in a process of its own. */
final class CommandLineTwin {

  private CommandLineTwin() {}

  /**
   * What {@code ./likeness synthesize} makes of the same file with the given options: the bytes
   * that services must give.
   */
  static byte[] synthesize(Path folder, byte[] input, String... options)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("twin-in.csv"), input);
    Path out = folder.resolve("twin-out.csv");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("synthesize", in.toString(), "-o", out.toString()));
    arguments.addAll(List.of(options));
    run(folder, arguments);
    return Files.readAllBytes(out);
  }

  /** Any command; it must end well. */
  static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = Running.java("-jar", jar().toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("twin.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("twin.log"))).isZero();
  }

  /** The jar of the command line as Maven built it, its libraries beside it. */
  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("../cli/target"))) {
      return built
          .filter(
              path -> path.getFileName().toString().matches("likeness-cli-[^-]*(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the command line is not built"));
    }
  }
}
