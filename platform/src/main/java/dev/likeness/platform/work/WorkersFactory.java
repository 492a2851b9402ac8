package dev.likeness.platform.work;

import dev.likeness.platform.event.Signal;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the workers of a service. */
@Singleton
public class WorkersFactory {

  private final WorkConfig config;
  private final Problems problems;
  private final WorkerSlots slots;

  @Inject
  WorkersFactory(WorkConfig config, Problems problems, WorkerSlots slots) {
    this.config = config;
    this.problems = problems;
    this.slots = slots;
  }

  /** The workers of a service; not yet started. */
  public Workers workers(
      String service, Database database, List<WorkHandler> handlers, Signal wake) {
    Leases leases = new Leases(database, config.owner().orElseGet(this::host), config.lease());
    Map<String, WorkHandler> byStage =
        handlers.stream().collect(Collectors.toMap(WorkHandler::stage, Function.identity()));
    return new Workers(service, byStage, config, leases, problems, slots, wake);
  }

  private String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
