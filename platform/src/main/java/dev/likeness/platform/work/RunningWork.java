package dev.likeness.platform.work;

import dev.likeness.numerics.Cancellation;
import dev.likeness.numerics.Progress;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.sql.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A claimed item while its handler runs. The handler's thread computes; another thread calls {@link
 * #pulse} to write progress, renew the lease and read the wish to cancel.
 */
final class RunningWork implements WorkContext {

  private static final Logger LOG = Logger.getLogger(RunningWork.class);

  /** Why a computation is asked to stop. */
  enum Stop {
    NONE,
    CANCELLED,
    FENCE_LOST,
    SHUTDOWN
  }

  private record Reached(String stage, double done) {}

  private final Lease lease;
  private final Leases leases;
  private final int threads;
  private final Duration heartbeat;
  private volatile Reached reached = new Reached("", 0);
  private volatile Stop stop;
  private volatile boolean ended;
  private Reached written = new Reached("", 0);
  private long renewedAt = System.nanoTime();

  RunningWork(Lease lease, Leases leases, int threads, Duration heartbeat) {
    this.lease = lease;
    this.leases = leases;
    this.threads = threads;
    this.heartbeat = heartbeat;
    this.stop = lease.cancelRequested() ? Stop.CANCELLED : Stop.NONE;
  }

  Lease lease() {
    return lease;
  }

  Stop stop() {
    return stop;
  }

  boolean ended() {
    return ended;
  }

  /** Asks the computation to stop because the process ends. */
  void shutDown() {
    ask(Stop.SHUTDOWN);
  }

  /** Called every half second or so; silent when the database is away. */
  void pulse() {
    if (ended || stop == Stop.FENCE_LOST) {
      return;
    }
    try {
      read(beat());
    } catch (RuntimeException e) {
      LOG.warnf("work item %d: heartbeat failed (%s)", lease.id(), e.getMessage());
    }
  }

  private Optional<Boolean> beat() {
    Reached now = reached;
    boolean due = System.nanoTime() - renewedAt >= heartbeat.toNanos();
    if (now.equals(written) && !due) {
      return leases.look(lease);
    }
    Optional<Boolean> answer = leases.renew(lease, now.stage(), now.done());
    written = now;
    renewedAt = System.nanoTime();
    return answer;
  }

  private void read(Optional<Boolean> cancelRequested) {
    if (cancelRequested.isEmpty()) {
      if (!ended) {
        ask(Stop.FENCE_LOST);
      }
    } else if (cancelRequested.get()) {
      ask(Stop.CANCELLED);
    }
  }

  private synchronized void ask(Stop reason) {
    if (stop == Stop.NONE || reason == Stop.FENCE_LOST) {
      stop = reason;
    }
  }

  @Override
  public UUID jobId() {
    return lease.jobId();
  }

  @Override
  public String tenant() {
    return lease.tenant();
  }

  @Override
  public String stage() {
    return lease.stage();
  }

  @Override
  public long rowFrom() {
    return lease.rowFrom();
  }

  @Override
  public long rowTo() {
    return lease.rowTo();
  }

  @Override
  public int attempt() {
    return lease.attempt();
  }

  @Override
  public long fence() {
    return lease.fence();
  }

  @Override
  public RunContext run() {
    return run(threads);
  }

  @Override
  public RunContext run(int threads) {
    Progress progress = (stage, done) -> reached = new Reached(stage, done);
    Cancellation cancellation = () -> stop != Stop.NONE;
    return new RunContext(threads, progress, cancellation);
  }

  @Override
  public void update(Runnable inTransaction) {
    Database.inTransaction(
        () -> {
          leases.hold(lease);
          inTransaction.run();
          return true;
        });
  }

  @Override
  public void complete(Runnable inTransaction) {
    end(WorkState.DONE, "", inTransaction);
  }

  /** Ends the item in one transaction with what the service writes about that. */
  void end(WorkState state, String errorCode, Runnable inTransaction) {
    Database.inTransaction(
        () -> {
          leases.end(lease, state, errorCode);
          inTransaction.run();
          return true;
        });
    ended = true;
  }
}
