package dev.likeness.platform;

import dev.likeness.platform.event.EventConsumer;
import dev.likeness.platform.event.EventPublisher;
import dev.likeness.platform.event.Inbox;
import dev.likeness.platform.event.Outbox;
import dev.likeness.platform.event.OutboxRelay;
import dev.likeness.platform.event.Signal;
import dev.likeness.platform.http.IdempotencyKeys;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.work.WorkHandler;
import dev.likeness.platform.work.WorkQueue;
import dev.likeness.platform.work.Workers;
import dev.likeness.platform.work.WorkersFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * Builds what platform offers to a service, and runs its threads from the start of the process to
 * its end: relays publish, workers work; at the end workers stop first, so that what they still
 * tell is told.
 */
@Singleton
public class Platform {

  /** What runs for one service. */
  private record Running(String name, OutboxRelay relay, EventConsumer events, Signal work) {}

  private final EventPublisher publisher;
  private final WorkersFactory workersFactory;
  private final Instance<ServiceRuntime> services;
  private final Instance<WorkHandler> handlers;
  private final List<Running> running = new CopyOnWriteArrayList<>();
  private final List<Workers> workers = new CopyOnWriteArrayList<>();

  @Inject
  Platform(
      EventPublisher publisher,
      WorkersFactory workersFactory,
      @Any Instance<ServiceRuntime> services,
      @Any Instance<WorkHandler> handlers) {
    this.publisher = publisher;
    this.workersFactory = workersFactory;
    this.services = services;
    this.handlers = handlers;
  }

  /**
   * What platform offers to a service; called once for each, by the producer in its {@code config}
   * package.
   *
   * @param name of the service
   * @param source its named datasource, whose connections have its schema as current schema
   */
  public ServiceRuntime service(String name, DataSource source) {
    Database database = Database.of(source);
    Signal told = new Signal();
    Signal work = new Signal();
    Inbox inbox = Inbox.of(database);
    EventConsumer events = EventConsumer.of(name, inbox, publisher);
    OutboxRelay relay = OutboxRelay.of(name, database, publisher, told);
    running.add(new Running(name, relay, events, work));
    return new ServiceRuntime(
        name,
        database,
        Outbox.of(database, told),
        inbox,
        events,
        WorkQueue.of(database, work),
        IdempotencyKeys.of(database));
  }

  void start(@Observes @Priority(Integer.MAX_VALUE - 100) StartupEvent start) {
    for (ServiceRuntime service : services) {
      startOne(service);
    }
  }

  private void startOne(ServiceRuntime service) {
    Running own =
        running.stream().filter(r -> r.name().equals(service.name())).findFirst().orElseThrow();
    own.relay().start();
    List<WorkHandler> doing = handlers.select(Service.Named.of(service.name())).stream().toList();
    if (!doing.isEmpty()) {
      Workers some = workersFactory.workers(service.name(), service.database(), doing, own.work());
      workers.add(some);
      some.start();
    }
  }

  void stop(@Observes @Priority(100) ShutdownEvent end) {
    workers.parallelStream().forEach(Workers::stop);
    running.forEach(r -> r.events().stop());
    running.parallelStream().forEach(r -> r.relay().stop());
  }
}
