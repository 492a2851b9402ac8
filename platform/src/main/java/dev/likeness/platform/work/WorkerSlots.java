package dev.likeness.platform.work;

import dev.likeness.platform.event.Signal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Bounds how many items all services of this process compute at a time. */
@Singleton
public class WorkerSlots {

  private final Semaphore slots;
  private final List<Signal> waiting = new CopyOnWriteArrayList<>();

  @Inject
  WorkerSlots(WorkConfig config) {
    this.slots = new Semaphore(config.total(), true);
  }

  /** Tells a dispatcher whenever a slot becomes free. */
  void tell(Signal freed) {
    waiting.add(freed);
  }

  boolean take() {
    return slots.tryAcquire();
  }

  /**
   * Gives back a slot that was not used; nobody is told, or idle dispatchers would wake each other.
   */
  void giveUnused() {
    slots.release();
  }

  void give() {
    slots.release();
    waiting.forEach(Signal::raise);
  }
}
