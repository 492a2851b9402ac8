package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code ./likeness synthesize} makes of the same file: the bytes that services must give. */
final class CommandLineTwin {

  private CommandLineTwin() {}

  /** The bytes of the output for an input, with the given options. */
  static byte[] synthesize(Path folder, byte[] input, String... options)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("twin-in.csv"), input);
    Path out = folder.resolve("twin-out.csv");
    List<String> command = Running.java("-jar", jar().toString());
    command.addAll(List.of("synthesize", in.toString(), "-o", out.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("twin.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("twin.log"))).isZero();
    return Files.readAllBytes(out);
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
