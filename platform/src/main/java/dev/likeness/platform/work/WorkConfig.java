package dev.likeness.platform.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long work is shared out. */
@ConfigMapping(prefix = "likeness.work")
public interface WorkConfig {

  /**
   * Name of this process as a holder of leases; the host's name by default. It must be stable, so
   * that a restarted process takes its own items over at once instead of waiting for the lease to
   * end, and different among the processes that run the same service.
   */
  Optional<String> owner();

  /** Items that a service computes at a time in this process. */
  @WithDefault("1")
  int concurrency();

  /** Items that all services together compute at a time in this process. */
  @WithDefault("3")
  int total();

  /** Threads that one item may use; as many as the machine has by default. */
  Optional<Integer> threads();

  /** How long a silent worker keeps its item, by the database's clock. */
  @WithDefault("60s")
  Duration lease();

  /** How often a lease is renewed when there is no progress to write. */
  @WithDefault("10s")
  Duration heartbeat();

  /** How often progress is written and the wish to cancel is read. */
  @WithDefault("500ms")
  Duration pulse();

  /** How often a worker looks for items that no hint told it of. */
  @WithDefault("1s")
  Duration sweep();

  /** Failures of one item after which it fails for good. */
  @WithDefault("3")
  int attempts();

  /** Processes that may die under one item before it fails for good. */
  @WithDefault("20")
  int takeovers();

  /** Pause before a failed item is tried again. */
  @WithDefault("1s")
  Duration backOff();

  /** How long the end of the process waits for running items to stop. */
  @WithDefault("20s")
  Duration grace();

  /** What this process can do; it claims only items that ask for one of these. */
  @WithDefault("cpu")
  List<String> capabilities();
}
