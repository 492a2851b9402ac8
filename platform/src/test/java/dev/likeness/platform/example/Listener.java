package dev.likeness.platform.example;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.Event;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of datasets, and fails for those that a test calls poison. */
@ApplicationScoped
public class Listener {

  private final ServiceRuntime platform;
  private final Set<UUID> poison = ConcurrentHashMap.newKeySet();

  @Inject
  Listener(@Service("beta") ServiceRuntime platform) {
    this.platform = platform;
  }

  /** Makes events of a dataset unbearable. */
  public void poison(UUID dataset) {
    poison.add(dataset);
  }

  /** Versions of a dataset in the order in which they were heard. */
  public List<Integer> heard(UUID dataset) {
    return platform
        .database()
        .query(
            "select what from effects where what like ? order by id",
            row -> Integer.parseInt(row.getString(1).substring(37)),
            dataset + "%");
  }

  @Incoming("beta-dataset-events")
  @Blocking
  void receive(ConsumerRecord<String, String> record) {
    platform.events().handle(record, this::on);
  }

  private void on(Event event) {
    if (event instanceof DatasetUploaded e) {
      platform
          .database()
          .update("insert into effects (what) values (?)", e.datasetId() + " " + e.version());
      if (poison.contains(e.datasetId())) {
        throw new IllegalArgumentException("secret cell value 4711");
      }
    }
  }
}
