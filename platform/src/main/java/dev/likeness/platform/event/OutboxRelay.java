package dev.likeness.platform.event;

import dev.likeness.platform.sql.Database;
import dev.likeness.platform.sql.Transience;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes what lies in an outbox.
 *
 * <ol>
 *   <li>One relay per schema is active at a time, in however many processes the service runs (an
 *       advisory lock of the database, given up with the transaction, so a dead relay holds
 *       nothing).
 *   <li>In the order of ids; a record is sent when the one before was confirmed.
 *   <li>A row is removed after the broker confirmed it; a crash in between sends it again.
 *   <li>Broker or database away: tried again for ever, at most two seconds apart.
 * </ol>
 */
public final class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BACK_OFF = Duration.ofSeconds(2);
  private static final int BATCH = 100;
  private static final int TRANSACTION_SECONDS = 120;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('likeness.outbox.' || current_schema(),"
          + " 0))";
  private static final String NEXT =
      "select id, topic, record_key, payload from outbox order by id limit " + BATCH;
  private static final String REMOVE = "delete from outbox where id = ?";

  private final String service;
  private final Database database;
  private final EventPublisher publisher;
  private final Signal wake;
  private final Thread thread;
  private volatile boolean stopping;

  private OutboxRelay(String service, Database database, EventPublisher publisher, Signal wake) {
    this.service = service;
    this.database = database;
    this.publisher = publisher;
    this.wake = wake;
    this.thread = Thread.ofPlatform().daemon().name(service + "-outbox").unstarted(this::loop);
  }

  /** The relay of a schema; not yet started. */
  public static OutboxRelay of(
      String service, Database database, EventPublisher publisher, Signal wake) {
    return new OutboxRelay(service, database, publisher, wake);
  }

  /** Starts publishing. */
  public void start() {
    thread.start();
  }

  /** Stops after the record in hand; what is left is published after the next start. */
  public void stop() {
    stopping = true;
    wake.raise();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void loop() {
    boolean broken = false;
    while (!stopping) {
      try {
        int sent = publishBatch();
        if (broken) {
          LOG.infof("%s: events are published again", service);
          broken = false;
        }
        if (sent < BATCH) {
          wake.await(LOOK);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        broken = report(e, broken);
        pause();
      }
    }
  }

  private boolean report(RuntimeException failure, boolean before) {
    if (!before && !stopping) {
      LOG.warnf(
          "%s: events wait, %s (%s)",
          service,
          Transience.passes(failure) ? "database or broker is away" : "publishing fails",
          failure.getClass().getSimpleName());
    }
    return true;
  }

  private void pause() {
    try {
      wake.await(BACK_OFF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private record Row(long id, String topic, String key, String payload) {}

  /** Sends up to a batch; rows confirmed before a failure stay removed. */
  private int publishBatch() throws InterruptedException {
    List<RuntimeException> failure = new ArrayList<>(1);
    int sent =
        QuarkusTransaction.requiringNew()
            .timeout(TRANSACTION_SECONDS)
            .call(() -> locked() ? publishRows(failure) : 0);
    if (!failure.isEmpty()) {
      throw failure.getFirst();
    }
    return sent;
  }

  private boolean locked() {
    return database.first(LOCK, row -> row.getBoolean(1)).orElse(false);
  }

  private int publishRows(List<RuntimeException> failure) {
    int sent = 0;
    for (Row row : database.query(NEXT, r -> row(r))) {
      if (stopping) {
        return 0;
      }
      try {
        publisher.send(row.topic(), row.key(), row.payload());
      } catch (KafkaException e) {
        failure.add(e);
        return sent;
      } catch (InterruptedException e) {
        stopping = true;
        Thread.currentThread().interrupt();
        return sent;
      }
      database.update(REMOVE, row.id());
      sent++;
    }
    return sent;
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
  }
}
