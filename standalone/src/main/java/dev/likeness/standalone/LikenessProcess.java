package dev.likeness.standalone;

import dev.likeness.standalone.embedded.EmbeddedServers;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The whole of Likeness in this JVM, from claiming the data folder to the last server stopped.
 *
 * <p>There is one way out: a shutdown hook waits until Quarkus has stopped and then stops the
 * servers, whether the work was done, failed or was interrupted by a signal.
 */
public final class LikenessProcess {

  private static final Duration QUARKUS_STOP_LIMIT = Duration.ofSeconds(35);

  private static final Object WORKER_LOCK = new Object();

  private static volatile Callable<Integer> work = () -> ExitCode.OK;
  private static Optional<Thread> worker = Optional.empty();
  private static volatile boolean stopping;

  private LikenessProcess() {}

  /**
   * Starts everything, does the work and returns its exit code; the servers stop when the JVM ends.
   *
   * @param settings where to listen and keep data
   * @param whileRunning what to do once every service answers; runs on the calling thread
   */
  static int run(Settings settings, Callable<Integer> whileRunning) {
    initialiseLogging();
    DataFolder data = DataFolder.claim(settings.data(), settings.port());
    EmbeddedServers servers = EmbeddedServers.launch(data.path(), settings.runtime());
    CountDownLatch quarkusStopped = new CountDownLatch(1);
    stopAtExit(quarkusStopped, servers, data);
    work = whileRunning;
    AtomicInteger exit = new AtomicInteger();
    try {
      configure(settings, data, servers);
      Quarkus.run(
          Application.class,
          (code, failure) -> {
            exit.set(code);
            if (failure != null && !stopping) {
              System.err.println("likeness: " + ExitCode.reason(failure));
              System.err.println("          more in " + data.log());
            }
          });
    } finally {
      quarkusStopped.countDown();
    }
    return exit.get();
  }

  /** What Quarkus calls when every service has started. */
  public static final class Application implements QuarkusApplication {

    @Override
    public int run(String... arguments) throws Exception {
      setWorker(Optional.of(Thread.currentThread()));
      try {
        return work.call();
      } finally {
        setWorker(Optional.empty());
        Thread.interrupted();
      }
    }
  }

  private static void setWorker(Optional<Thread> thread) {
    synchronized (WORKER_LOCK) {
      worker = thread;
    }
  }

  /** Only the work may be interrupted: Quarkus must not be while it stops. */
  private static void interruptWork() {
    synchronized (WORKER_LOCK) {
      stopping = true;
      worker.ifPresent(Thread::interrupt);
    }
  }

  private static void stopAtExit(
      CountDownLatch quarkusStopped, EmbeddedServers servers, DataFolder data) {
    Runnable stop =
        () -> {
          interruptWork();
          await(quarkusStopped);
          servers.close();
          try {
            data.close();
          } catch (IOException e) {
            System.err.println("likeness: the lock could not be released: " + e.getMessage());
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "likeness-stop"));
  }

  private static void await(CountDownLatch quarkusStopped) {
    try {
      quarkusStopped.await(QUARKUS_STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * On one thread, before there are more: two threads that log their first line at the same moment
   * wait for each other for ever in the class initialisers of the log manager.
   */
  private static void initialiseLogging() {
    Logger.getLogger(LikenessProcess.class.getName()).isLoggable(Level.INFO);
  }

  /** System properties win over every other source, so nothing in the environment can misdirect. */
  private static void configure(Settings settings, DataFolder data, EmbeddedServers servers) {
    System.setProperty("quarkus.http.host", settings.host());
    System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
    System.setProperty("quarkus.log.file.path", data.log().toString());
    System.setProperty("likeness.data-dir", data.path().toString());
    System.setProperty("likeness.db.url", servers.postgres().jdbcUrl());
    System.setProperty("likeness.db.username", servers.postgres().user());
    System.setProperty("likeness.db.password", servers.postgres().password());
    System.setProperty("kafka.bootstrap.servers", servers.kafka().bootstrapServers());
  }
}
