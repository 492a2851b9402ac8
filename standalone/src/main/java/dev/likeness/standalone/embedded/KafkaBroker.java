package dev.likeness.standalone.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of our own inside this JVM: one node that is broker and controller, on loopback ports,
 * with its log in a folder that survives restarts and kills.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CLIENTS = "CLIENTS";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Formats the folder on the first start, starts the broker and waits until it is in service.
   *
   * @throws StartException when it does not start, with the reason
   */
  public static KafkaBroker start(Path folder) {
    try {
      Files.createDirectories(folder);
      format(folder);
      int port = FreePort.find();
      KafkaRaftServer server =
          new KafkaRaftServer(
              new KafkaConfig(settings(folder, port, FreePort.find()), false), Time.SYSTEM);
      server.startup();
      return new KafkaBroker(server, port);
    } catch (StartException e) {
      throw e;
    } catch (Exception e) {
      throw new StartException("Kafka could not be started: " + e.getMessage(), e);
    }
  }

  /** Where clients connect to, {@code host:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops in order; waits for it. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Formatter()
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(CONTROLLER)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setIgnoreFormatted(true)
        .setPrintStream(silent)
        .run();
  }

  private static Map<String, String> settings(Path folder, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("node.id", Integer.toString(NODE));
    settings.put("process.roles", "broker,controller");
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put(
        "listeners",
        CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + port);
    settings.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.putAll(oneNode());
    settings.putAll(small());
    return settings;
  }

  /** A session of 2 s: after a kill the broker of before must not keep its place for 15 s. */
  private static Map<String, String> oneNode() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0",
        "broker.session.timeout.ms", "2000",
        "broker.heartbeat.interval.ms", "400",
        "auto.create.topics.enable", "true");
  }

  /** The usual sizes are for machines that do nothing else. */
  private static Map<String, String> small() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "2",
        "background.threads", "2",
        "log.cleaner.dedupe.buffer.size", "4194304",
        "log.segment.bytes", "33554432",
        "log.index.size.max.bytes", "1048576");
  }
}
