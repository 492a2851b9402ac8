package dev.likeness.platform.event;

import dev.likeness.contracts.Event;
import dev.likeness.contracts.EventJson;
import dev.likeness.platform.sql.Database;

/**
 * Events that a service has to tell. An event is told if and only if the transaction that appended
 * it commits.
 *
 * <p>Events of one aggregate are published in the order in which they were appended, provided that
 * the transactions that append them exclude each other (they change the same row).
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Outbox {

  private static final String INSERT =
      "insert into outbox (tenant, event_id, topic, record_key, payload) values (?, ?, ?, ?, ?)";

  private final Database database;
  private final Signal committed;

  private Outbox(Database database, Signal committed) {
    this.database = database;
    this.committed = committed;
  }

  /**
   * The outbox of a schema.
   *
   * @param database the schema
   * @param committed raised after each commit that has something to tell
   */
  public static Outbox of(Database database, Signal committed) {
    return new Outbox(database, committed);
  }

  /**
   * Tells an event when the running transaction commits.
   *
   * @throws IllegalStateException when no transaction runs
   */
  public void append(Event event) {
    Database.requireTransaction("an event");
    database.update(
        INSERT,
        event.header().tenant(),
        event.header().id(),
        event.topic(),
        event.aggregateId().toString(),
        EventJson.write(event));
    AfterCommit.raise(committed);
  }
}
