package dev.likeness.standalone.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * PostgreSQL and Kafka, started at the same time and stopped in order.
 *
 * <p>Closing is right at any moment: what is still starting is awaited and then stopped.
 */
public final class EmbeddedServers implements AutoCloseable {

  private final CompletableFuture<PostgresServer> postgres;
  private final CompletableFuture<KafkaBroker> kafka;

  private EmbeddedServers(
      CompletableFuture<PostgresServer> postgres, CompletableFuture<KafkaBroker> kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /**
   * Begins to start both and returns at once.
   *
   * @param data folder of everything that lasts
   * @param runtime folder of what can be unpacked again
   */
  public static EmbeddedServers launch(Path data, Path runtime) {
    Executor ownThreads = task -> Thread.ofPlatform().name("likeness-start").start(task);
    Path log = data.resolve("logs").resolve("postgres.log");
    return new EmbeddedServers(
        CompletableFuture.supplyAsync(
            () -> PostgresServer.start(data.resolve("postgres"), runtime, log), ownThreads),
        CompletableFuture.supplyAsync(() -> KafkaBroker.start(data.resolve("kafka")), ownThreads));
  }

  /**
   * The database; waits until it answers.
   *
   * @throws StartException when it does not start, with the reason
   */
  public PostgresServer postgres() {
    return await(postgres);
  }

  /**
   * The broker; waits until it is in service.
   *
   * @throws StartException when it does not start, with the reason
   */
  public KafkaBroker kafka() {
    return await(kafka);
  }

  /** Stops Kafka, then PostgreSQL. */
  @Override
  public void close() {
    kafka.handle((started, failure) -> stop(started)).join();
    postgres.handle((started, failure) -> stop(started)).join();
  }

  private static boolean stop(AutoCloseable started) {
    if (started == null) {
      return false;
    }
    try {
      started.close();
      return true;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static <T> T await(CompletableFuture<T> server) {
    try {
      return server.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartException reason
          ? reason
          : new StartException("A server could not be started: " + e.getCause(), e);
    }
  }
}
