package dev.likeness.platform.work;

import dev.likeness.platform.event.Signal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many items all services of this process compute at a time.
 *
 * <p>A freed slot wakes only the dispatchers that were refused one: waking everybody would let idle
 * services, each of which holds a slot for the moment of its look, keep each other awake.
 */
@Singleton
public class WorkerSlots {

  private final Semaphore slots;
  private final Set<Signal> refused = ConcurrentHashMap.newKeySet();

  @Inject
  WorkerSlots(WorkConfig config) {
    this.slots = new Semaphore(config.total(), true);
  }

  /** Takes a slot if one is free; otherwise the asker is woken when one is given back. */
  boolean take(Signal asker) {
    if (slots.tryAcquire()) {
      return true;
    }
    refused.add(asker);
    // A slot given back before the asker was on the list would wake nobody.
    return slots.tryAcquire();
  }

  /** Gives a slot back. */
  void give() {
    slots.release();
    refused.removeIf(
        asker -> {
          asker.raise();
          return true;
        });
  }
}
