package dev.likeness.standalone;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs Likeness for work, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to answer on; 0: a free one.")
  private int port;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to bind to.")
  private String host = "127.0.0.1";

  @Option(names = "--data", defaultValue = ".likeness", description = "Folder of the data.")
  private Path data = Path.of(".likeness");

  @Override
  public Integer call() {
    long started = System.nanoTime();
    Settings settings = new Settings(host, port, data);
    System.out.println("Likeness starts; data in " + settings.data().toAbsolutePath().normalize());
    return LikenessProcess.run(settings, () -> waitForExit(settings, started));
  }

  private static int waitForExit(Settings settings, long started) {
    System.out.printf(
        "Likeness is ready after %.1f s: %s  (API: %s/swagger, stop: Ctrl-C)%n",
        (System.nanoTime() - started) / 1e9, settings.url(), settings.url());
    Quarkus.waitForExit();
    System.out.println("Likeness stops.");
    return ExitCode.OK;
  }
}
