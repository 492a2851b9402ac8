package dev.likeness.platform.event;

import dev.likeness.contracts.Event;
import dev.likeness.platform.sql.Database;

/**
 * Events that a service has seen.
 *
 * <p><b>Thread-safe:</b> yes; of two transactions that ask for one event at once, the second waits
 * for the end of the first.
 */
public final class Inbox {

  private static final String INSERT =
      "insert into inbox (event_id, tenant) values (?, ?) on conflict (event_id) do nothing";

  private final Database database;

  private Inbox(Database database) {
    this.database = database;
  }

  /** The inbox of a schema. */
  public static Inbox of(Database database) {
    return new Inbox(database);
  }

  /**
   * Whether the event is new; remembers it in the running transaction, which must be that of its
   * effect.
   *
   * @throws IllegalStateException when no transaction runs
   */
  public boolean firstTime(Event event) {
    Database.requireTransaction("an event's effect");
    return database.update(INSERT, event.header().id(), event.header().tenant()) == 1;
  }
}
