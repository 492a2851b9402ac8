package dev.likeness.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.contracts.DatasetUploaded;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.Topics;
import dev.likeness.contracts.UploadedTable;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.example.Listener;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import dev.likeness.platform.testing.TestKafka;
import dev.likeness.platform.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class EventsIT {

  @Inject
  @Service("alpha")
  ServiceRuntime alpha;

  @Inject
  @Service("beta")
  ServiceRuntime beta;

  @Inject
  @DataSource("gamma")
  AgroalDataSource gamma;

  @Inject Listener listener;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final UUID dataset = UUID.randomUUID();

  @Test
  void tellsAnEventAfterTheCommit() {
    tell(uploaded(dataset, 1));

    Eventually.isTrue("event", () -> listener.heard(dataset).equals(List.of(1)));
  }

  @Test
  void tellsNothingWhenTheTransactionRollsBack() {
    UUID later = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                Database.inTransaction(
                    () -> {
                      alpha.outbox().append(uploaded(dataset, 1));
                      throw new IllegalStateException("changed my mind");
                    }))
        .isInstanceOf(IllegalStateException.class);

    tell(uploaded(later, 1));

    Eventually.isTrue("the later event", () -> !listener.heard(later).isEmpty());
    assertThat(listener.heard(dataset)).isEmpty();
  }

  @Test
  void refusesAnEventOutsideOfATransaction() {
    assertThatThrownBy(() -> alpha.outbox().append(uploaded(dataset, 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> alpha.inbox().firstTime(uploaded(dataset, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTheOrderOfOneAggregate() {
    List<Integer> versions = IntStream.rangeClosed(1, 200).boxed().toList();

    for (int version : versions) {
      tell(uploaded(dataset, version));
    }

    Eventually.isTrue("all events", () -> listener.heard(dataset).size() == versions.size());
    assertThat(listener.heard(dataset)).isEqualTo(versions);
  }

  @Test
  void actsOnceUponAnEventThatComesTwice() {
    DatasetUploaded event = uploaded(dataset, 1);
    String json = EventJson.write(event);
    TestRecords.send(kafka, Topics.DATASET_EVENTS, dataset.toString(), json);
    TestRecords.send(kafka, Topics.DATASET_EVENTS, dataset.toString(), json);

    tell(uploaded(dataset, 2));

    Eventually.isTrue("the last event", () -> listener.heard(dataset).contains(2));
    assertThat(listener.heard(dataset)).containsExactly(1, 2);
  }

  @Test
  void buriesAnUnreadableRecordAndHandlesTheNext() {
    String secret = "secret cell value 4711";
    TestRecords.send(kafka, Topics.DATASET_EVENTS, "secret key 4711", secret);

    tell(uploaded(dataset, 1));

    Eventually.isTrue("the next event", () -> !listener.heard(dataset).isEmpty());
    ConsumerRecord<String, String> letter = letter("malformed-json");
    assertThat(letter.value()).doesNotContain("4711").contains("\"service\":\"beta\"");
    assertThat(letter.key()).doesNotContain("4711");
  }

  @Test
  void buriesAnEventThatItsHandlerCannotBearAndHandlesTheNext() {
    UUID next = UUID.randomUUID();
    listener.poison(dataset);
    DatasetUploaded poison = uploaded(dataset, 1);
    tell(poison);
    tell(uploaded(next, 1));

    Eventually.isTrue("the next event", () -> !listener.heard(next).isEmpty());
    ConsumerRecord<String, String> letter = letter(poison.header().id().toString());
    assertThat(letter.key()).isEqualTo(dataset.toString());
    assertThat(letter.value())
        .contains("\"code\":\"handler-failed\"")
        .contains("\"aggregate_id\":\"" + dataset + "\"")
        .doesNotContain("4711");
    assertThat(listener.heard(dataset)).as("effects of the poison rolled back").isEmpty();
  }

  @Test
  void waitsOutADatabaseThatIsAwayInsteadOfBurying() {
    AtomicInteger calls = new AtomicInteger();
    DatasetUploaded event = uploaded(dataset, 1);
    ConsumerRecord<String, String> record =
        new ConsumerRecord<>("a-topic", 0, 0, dataset.toString(), EventJson.write(event));

    beta.events()
        .handle(
            record,
            e -> {
              if (calls.incrementAndGet() < 6) {
                throw new IllegalStateException(
                    new SQLTransientConnectionException("away", "08006"));
              }
            });

    assertThat(calls).hasValue(6);
    assertThat(Database.inTransaction(() -> beta.inbox().firstTime(event))).isFalse();
  }

  @Test
  void relaySurvivesABrokerThatIsAwayAndKeepsTheOrder() throws InterruptedException {
    TestKafka own = TestKafka.create();
    EventPublisher publisher = new EventPublisher(own.address());
    Signal wake = new Signal();
    own.start();
    OutboxRelay relay = OutboxRelay.of("gamma", gamma(), publisher, wake);
    relay.start();
    try {
      told(wake, 1);
      Eventually.isTrue("empty outbox", () -> waiting() == 0);
      own.stop();
      told(wake, 2);
      told(wake, 3);
      assertThat(waiting()).isEqualTo(2);
      own.start();
      Eventually.isTrue("empty outbox after the restart", () -> waiting() == 0);
      assertThat(distinctVersions(own.address())).containsExactly(1, 2, 3);
    } finally {
      relay.stop();
      publisher.close(new io.quarkus.runtime.ShutdownEvent());
      own.stop();
    }
  }

  @Test
  void onlyOneRelayOfASchemaPublishesAtATime() {
    Database gamma = gamma();
    Database.inTransaction(
        () -> {
          assertThat(lock(gamma)).isTrue();
          assertThat(Database.inTransaction(() -> lock(gamma))).isFalse();
          return true;
        });
  }

  private static boolean lock(Database database) {
    return database
        .first(
            "select pg_try_advisory_xact_lock("
                + "hashtextextended('likeness.outbox.' || current_schema(), 0))",
            row -> row.getBoolean(1))
        .orElseThrow();
  }

  private Database gamma() {
    return Database.of(gamma);
  }

  private void told(Signal wake, int version) {
    DatasetUploaded event = uploaded(dataset, version);
    gamma()
        .update(
            "insert into outbox (tenant, event_id, topic, record_key, payload)"
                + " values ('default', ?, 'gamma.events', ?, ?)",
            event.header().id(),
            dataset.toString(),
            EventJson.write(event));
    wake.raise();
  }

  private int waiting() {
    return gamma().first("select count(*) from outbox", row -> row.getInt(1)).orElseThrow();
  }

  private static List<Integer> distinctVersions(String address) {
    try (TestRecords records = TestRecords.of(address, "gamma.events")) {
      return Eventually.get(
          "three records",
          () -> {
            List<Integer> versions = new ArrayList<>();
            records.look().stream()
                .map(r -> ((DatasetUploaded) EventJson.read(r.value())).version())
                .distinct()
                .forEach(versions::add);
            return versions.size() == 3 ? Optional.of(versions) : Optional.empty();
          });
    }
  }

  private ConsumerRecord<String, String> letter(String marker) {
    try (TestRecords letters = TestRecords.of(kafka, Topics.deadLetters(Topics.DATASET_EVENTS))) {
      return Eventually.get(
          "dead letter",
          () -> letters.look().stream().filter(r -> r.value().contains(marker)).findFirst());
    }
  }

  private void tell(DatasetUploaded event) {
    Database.inTransaction(
        () -> {
          alpha.outbox().append(event);
          return true;
        });
  }

  private static DatasetUploaded uploaded(UUID dataset, int version) {
    ObjectRef object = new ObjectRef("a/b", 3, "ab".repeat(32));
    return new DatasetUploaded(
        EventHeader.now("default", "default"),
        dataset,
        version,
        List.of(new UploadedTable(0, 10, 2, object, object)));
  }
}
