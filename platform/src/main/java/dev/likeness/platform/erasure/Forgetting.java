package dev.likeness.platform.erasure;

import dev.likeness.contracts.ErasureAcknowledged;
import dev.likeness.contracts.ErasureRequested;
import dev.likeness.contracts.EventHeader;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Forgets a dataset in one service, in the transaction of the event that asks for it.
 *
 * <p>Rows go first, work items among them: a worker that still computes loses its lease with its
 * row and stops. It cannot leave anything readable behind either, as the dataset's key is gone
 * before anybody is asked.
 */
public final class Forgetting {

  private final ServiceRuntime runtime;
  private final ObjectStore store;
  private final Predicate<String> owns;
  private final List<String> statements;

  private Forgetting(
      ServiceRuntime runtime, ObjectStore store, Predicate<String> owns, List<String> statements) {
    this.runtime = runtime;
    this.store = store;
    this.owns = owns;
    this.statements = List.copyOf(statements);
  }

  /**
   * The forgetting of a service.
   *
   * @param runtime of the service
   * @param store of its objects
   * @param owns whether an object, by the last segment of its key, is this service's
   * @param statements in their order, each with one parameter, the id of the dataset
   */
  public static Forgetting of(
      ServiceRuntime runtime, ObjectStore store, Predicate<String> owns, List<String> statements) {
    return new Forgetting(runtime, store, owns, statements);
  }

  /** Forgets, and tells so. */
  public void on(ErasureRequested event) {
    Database.requireTransaction("an erasure");
    long rows = 0;
    for (String statement : statements) {
      rows += runtime.database().update(statement, event.datasetId());
    }
    EventHeader asked = event.header();
    runtime
        .outbox()
        .append(
            new ErasureAcknowledged(
                EventHeader.now(asked.tenant(), asked.project()),
                event.erasureId(),
                event.datasetId(),
                runtime.name(),
                removeObjects(event),
                rows));
  }

  private long removeObjects(ErasureRequested event) {
    String folder = EncryptedObjectStore.folder(event.header().tenant(), event.datasetId());
    try {
      long removed = 0;
      for (String key : store.keysBelow(folder)) {
        if (owns.test(key.substring(key.lastIndexOf('/') + 1))) {
          store.delete(key);
          removed++;
        }
      }
      return removed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
