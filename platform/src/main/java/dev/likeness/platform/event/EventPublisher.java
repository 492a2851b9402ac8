package dev.likeness.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends records to Kafka one by one and returns when the broker has them.
 *
 * <p>One record at a time, because the order per key must hold across failures: a record that
 * follows a lost one must not overtake it. Relays send few and small records; what this costs is a
 * round trip.
 */
@Singleton
public class EventPublisher {

  private static final int WAIT_MILLIS = 5_000;

  private final String servers;
  private Optional<KafkaProducer<String, String>> producer = Optional.empty();
  private boolean closed;

  @Inject
  EventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.servers = servers;
  }

  /**
   * Sends a record.
   *
   * @throws KafkaException when the broker did not confirm it; it may have it all the same
   */
  public void send(String topic, String key, String value) throws InterruptedException {
    try {
      producer().send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    }
  }

  private synchronized KafkaProducer<String, String> producer() {
    if (closed) {
      throw new KafkaException("publisher is closed");
    }
    if (producer.isEmpty()) {
      producer = Optional.of(new KafkaProducer<>(settings()));
    }
    return producer.get();
  }

  private Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        servers,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        WAIT_MILLIS,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        WAIT_MILLIS,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        2 * WAIT_MILLIS,
        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        1_000,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        4L << 20);
  }

  synchronized void close(@Observes @jakarta.annotation.Priority(10_000) ShutdownEvent shutdown) {
    closed = true;
    producer.ifPresent(p -> p.close(Duration.ofSeconds(1)));
    producer = Optional.empty();
  }
}
