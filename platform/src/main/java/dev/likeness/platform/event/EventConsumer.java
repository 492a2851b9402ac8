package dev.likeness.platform.event;

import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventJson;
import dev.likeness.contracts.Topics;
import dev.likeness.contracts.UnreadableEventException;
import dev.likeness.platform.problem.ProblemException;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.sql.Transience;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * How every record from Kafka is handled:
 *
 * <ol>
 *   <li>a record that was seen before does nothing;
 *   <li>a record that nobody can read, or whose handler fails for a reason that stays, goes to
 *       {@code <topic>.dlq} (place, ids and an error code; not its content), and the next one is
 *       handled;
 *   <li>a failure that passes by itself (database or broker away) is waited out, for however long
 *       it takes: such a record is never a dead letter;
 *   <li>a record counts as handled, and its offset is committed, when {@link #handle} returns.
 * </ol>
 *
 * <p>A service calls it from an {@code @Incoming} method that is {@code @Blocking}.
 */
public final class EventConsumer {

  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final String service;
  private final Inbox inbox;
  private final EventPublisher publisher;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private EventConsumer(String service, Inbox inbox, EventPublisher publisher) {
    this.service = service;
    this.inbox = inbox;
    this.publisher = publisher;
  }

  /** The consumer of a service. */
  public static EventConsumer of(String service, Inbox inbox, EventPublisher publisher) {
    return new EventConsumer(service, inbox, publisher);
  }

  /**
   * Handles a record after the rule above.
   *
   * @throws IllegalStateException when the process ends before the record was handled; it comes
   *     again
   */
  public void handle(ConsumerRecord<String, String> record, EventHandler handler) {
    Event event;
    try {
      event = EventJson.read(Optional.ofNullable(record.value()).orElse(""));
    } catch (UnreadableEventException e) {
      bury(record, Optional.empty(), e.code());
      return;
    }
    act(record, event, handler);
  }

  /** Gives up waiting, because the process ends. */
  public void stop() {
    stopped.countDown();
  }

  private void act(ConsumerRecord<String, String> record, Event event, EventHandler handler) {
    int failures = 0;
    for (int attempt = 0; ; attempt++) {
      try {
        once(event, handler);
        return;
      } catch (RuntimeException | Error e) {
        boolean passes = Transience.passes(e);
        failures += passes ? 0 : 1;
        if (failures == ATTEMPTS) {
          bury(record, Optional.of(event), codeOf(e));
          return;
        }
        if (attempt == 0) {
          LOG.warnf("%s: event %s waits (%s)", service, event.header().id(), nameOf(e));
        }
        pause(attempt);
      }
    }
  }

  private void once(Event event, EventHandler handler) {
    Database.inTransaction(
        () -> {
          boolean first = inbox.firstTime(event);
          if (first) {
            handler.on(event);
          }
          return first;
        });
  }

  private void bury(ConsumerRecord<String, String> record, Optional<Event> event, String code) {
    LOG.errorf(
        "%s: record %s-%d@%d is a dead letter (%s)",
        service, record.topic(), record.partition(), record.offset(), code);
    String letter = DeadLetter.of(service, record, event, code).toJson();
    String key = event.map(e -> e.aggregateId().toString()).orElse(uuidOrNone(record.key()));
    for (int attempt = 0; ; attempt++) {
      try {
        publisher.send(Topics.deadLetters(record.topic()), key, letter);
        return;
      } catch (KafkaException e) {
        pause(attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ended();
      }
    }
  }

  /** A key of a record that nobody could read may be anything; only an id is told on. */
  private static String uuidOrNone(String key) {
    try {
      return UUID.fromString(Optional.ofNullable(key).orElse("")).toString();
    } catch (IllegalArgumentException e) {
      return "none";
    }
  }

  private void pause(int attempt) {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
    try {
      if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
        throw ended();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended();
    }
  }

  private static IllegalStateException ended() {
    return new IllegalStateException("the process ends; the record comes again");
  }

  private static String codeOf(Throwable e) {
    return e instanceof ProblemException p ? p.problem().code() : "handler-failed";
  }

  private static String nameOf(Throwable e) {
    return e.getClass().getSimpleName();
  }
}
