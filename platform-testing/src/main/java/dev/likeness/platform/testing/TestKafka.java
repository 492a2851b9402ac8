package dev.likeness.platform.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka for tests: one node that is broker and controller, inside this JVM. It can be stopped and
 * started again on the same ports with what it held.
 */
public final class TestKafka {

  private static final String CLUSTER = Uuid.randomUuid().toString();

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("org.apache.kafka");

  private static final Logger SERVER_LOGGER = Logger.getLogger("kafka");

  private final Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private Optional<KafkaRaftServer> server = Optional.empty();

  private TestKafka(Path folder) {
    this.folder = folder;
  }

  /** The address of the one broker of this JVM, started when it does not run yet. */
  public static String shared() {
    return Once.perJvm("likeness.testing.kafka", () -> create().startAnd().address());
  }

  /** A broker for a test that stops and starts it; not yet started. */
  public static TestKafka create() {
    LOGGER.setLevel(Level.SEVERE);
    SERVER_LOGGER.setLevel(Level.SEVERE);
    TestKafka kafka = new TestKafka(TestFolders.create("likeness-kafka"));
    kafka.format();
    // A broker that loses its folder while it stops halts the JVM, and with it a green test run.
    TestFolders.removeAtExit(kafka.folder, kafka::stop);
    return kafka;
  }

  /** Where clients connect to. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Starts it, again if it was stopped. */
  public synchronized void start() {
    KafkaRaftServer started = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
    started.startup();
    server = Optional.of(started);
  }

  /** Stops it; what it holds stays. */
  public synchronized void stop() {
    server.ifPresent(
        running -> {
          running.shutdown();
          running.awaitShutdown();
        });
    server = Optional.empty();
  }

  private TestKafka startAnd() {
    start();
    return this;
  }

  private void format() {
    try {
      new Formatter()
          .setNodeId(1)
          .setClusterId(CLUSTER)
          .setControllerListenerName("CONTROLLER")
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka's folder cannot be formatted", e);
    }
  }

  private Map<String, String> settings() {
    String listeners = "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
    return Map.ofEntries(
        Map.entry("node.id", "1"),
        Map.entry("process.roles", "broker,controller"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("inter.broker.listener.name", "CLIENTS"),
        Map.entry("listeners", listeners),
        Map.entry("advertised.listeners", "CLIENTS://127.0.0.1:" + port),
        Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("broker.session.timeout.ms", "2000"),
        Map.entry("broker.heartbeat.interval.ms", "400"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
