package dev.likeness.standalone;

import dev.likeness.standalone.demo.DemoFailure;
import dev.likeness.standalone.demo.DemoWalk;
import dev.likeness.standalone.demo.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what Likeness does: starts it, walks a table through it and stops it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Walks a table through Likeness and shows what comes out.")
final class DemoCommand implements Callable<Integer> {

  private static final String SAMPLE = "customers";

  @Parameters(arity = "0..1", paramLabel = "FILE.csv", description = "Default: a bundled sample.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--data", defaultValue = ".likeness", description = "Folder of the data.")
  private Path data = Path.of(".likeness");

  private final Screen screen = Screen.standard();

  @Override
  public Integer call() {
    file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path))
        .ifPresent(
            path -> {
              throw new DemoFailure("The file " + path + " cannot be read.");
            });
    long started = System.nanoTime();
    Settings settings = new Settings("127.0.0.1", 0, data);
    screen.line("Likeness demo: " + file.map(Path::toString).orElse("the sample " + SAMPLE));
    screen.line("  start       PostgreSQL, Kafka and the four services in one process ...");
    int exit = LikenessProcess.run(settings, () -> walk(settings, started));
    if (exit == ExitCode.OK) {
      screen.line(String.format("Done in %.0f s.", (System.nanoTime() - started) / 1e9));
    }
    return exit;
  }

  private int walk(Settings settings, long started) throws IOException {
    screen.line(
        String.format(
            "  ready       after %.1f s at %s",
            (System.nanoTime() - started) / 1e9, settings.url()));
    String key = System.getenv().getOrDefault("LIKENESS_API_KEY", "");
    DemoWalk walk = DemoWalk.through(settings.url(), key, screen);
    try {
      Path folder = Files.createDirectories(data.toAbsolutePath().normalize().resolve("demo"));
      Path input = file.isPresent() ? file.get() : folder.resolve(SAMPLE + ".csv");
      if (file.isEmpty()) {
        walk.fetchSample(SAMPLE, input);
      }
      walk.run(input, output(folder, input, "synthetic"), output(folder, input, "masked"));
      asCurl(input).forEach(screen::line);
      return ExitCode.OK;
    } catch (DemoFailure e) {
      System.err.println("likeness: " + e.getMessage());
      return ExitCode.FAILED;
    } catch (InterruptedException e) {
      screen.line("");
      System.err.println("likeness: interrupted");
      return ExitCode.INTERRUPTED;
    }
  }

  /** A given file's twins lie in the current folder, the sample's beside the sample. */
  private Path output(Path folder, Path input, String what) {
    String name = input.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
    Path target = file.isPresent() ? Path.of("").toAbsolutePath() : folder;
    return target.resolve(name + "-" + what + ".csv");
  }

  private static List<String> asCurl(Path input) {
    return List.of(
        "",
        "See it in the browser:  ./likeness serve   (this run is in its history)",
        "",
        "The same by hand, while ./likeness serve runs:",
        "  curl -F file=@" + input + " http://127.0.0.1:8080/upload",
        "  curl http://127.0.0.1:8080/v1/datasets/DATASET_ID/profile",
        "  curl -H 'Content-Type: application/json' \\",
        "       -d '{\"dataset_id\": \"DATASET_ID\", \"model\": \"gaussian-copula\"}' \\",
        "       http://127.0.0.1:8080/generate",
        "  curl http://127.0.0.1:8080/v1/jobs/JOB_ID",
        "  curl 'http://127.0.0.1:8080/evaluate?job_id=JOB_ID'",
        "  curl -OJ 'http://127.0.0.1:8080/download?job_id=JOB_ID&format=csv'",
        "  curl -X POST http://127.0.0.1:8080/v1/datasets/DATASET_ID/masked"
            + " -H 'Content-Type: application/json' -d '{}'",
        "");
  }
}
