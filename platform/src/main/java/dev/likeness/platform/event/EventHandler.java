package dev.likeness.platform.event;

import dev.likeness.contracts.Event;

/**
 * What a service does about an event.
 *
 * <ol>
 *   <li>Called once for each event, inside a transaction that also remembers the event; both commit
 *       or none does.
 *   <li>Events of one aggregate come in the order in which they were told.
 *   <li>Only records and enqueues: no long work, no calls to others. Events that do not concern the
 *       service are ignored by returning.
 *   <li>May throw: failures that pass (database, broker) are tried again until they succeed; others
 *       a few times, then the record goes to the dead letters and the next one is handled.
 * </ol>
 */
@FunctionalInterface
public interface EventHandler {

  /** Acts upon the event. */
  void on(Event event);
}
