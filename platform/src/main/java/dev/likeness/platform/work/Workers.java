package dev.likeness.platform.work;

import dev.likeness.numerics.CancelledException;
import dev.likeness.platform.event.Signal;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Transience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The workers of one service in one process: a dispatcher that claims items, a bounded pool of
 * platform threads that runs their handlers, and a pulse that speaks for the running ones.
 *
 * <p>Hints wake the dispatcher at once; without a hint it looks every second, which also finds
 * items whose holder fell silent.
 */
public final class Workers {

  private static final Logger LOG = Logger.getLogger(Workers.class);

  private final String service;
  private final Map<String, WorkHandler> handlers;
  private final WorkConfig config;
  private final Leases leases;
  private final Problems problems;
  private final WorkerSlots shared;
  private final Signal wake;
  private final Semaphore own;
  private final Set<RunningWork> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService pool;
  private final Thread dispatcher;
  private final Thread pulse;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Workers(
      String service,
      Map<String, WorkHandler> handlers,
      WorkConfig config,
      Leases leases,
      Problems problems,
      WorkerSlots shared,
      Signal wake) {
    this.service = service;
    this.handlers = Map.copyOf(handlers);
    this.config = config;
    this.leases = leases;
    this.problems = problems;
    this.shared = shared;
    this.wake = wake;
    this.own = new Semaphore(config.concurrency());
    this.pool =
        Executors.newFixedThreadPool(
            config.concurrency(),
            Thread.ofPlatform().daemon().name(service + "-work-", 0).factory());
    this.dispatcher = thread("dispatcher", this::dispatch);
    this.pulse = thread("pulse", this::beat);
  }

  private Thread thread(String role, Runnable loop) {
    return Thread.ofPlatform().daemon().name(service + "-" + role).unstarted(loop);
  }

  /** Starts claiming; items that an earlier process of the same name held are taken over first. */
  public void start() {
    shared.tell(wake);
    dispatcher.start();
    pulse.start();
  }

  /** Stops claiming, asks running items to stop, waits for that, and releases their leases. */
  public void stop() {
    stopped.countDown();
    wake.raise();
    running.forEach(RunningWork::shutDown);
    pool.shutdown();
    try {
      dispatcher.join(Duration.ofSeconds(5));
      if (!pool.awaitTermination(config.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warnf("%s: work did not stop in time; its lease will run out", service);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pool.shutdownNow();
  }

  private boolean stopping() {
    return stopped.getCount() == 0;
  }

  private void beat() {
    try {
      while (!stopped.await(config.pulse().toMillis(), TimeUnit.MILLISECONDS)
          || !running.isEmpty()) {
        running.forEach(RunningWork::pulse);
        if (stopping() && pool.awaitTermination(config.pulse().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    boolean taken = false;
    boolean broken = false;
    while (!stopping()) {
      try {
        taken = taken || takeOver();
        endCancelled();
        if (!claimOne()) {
          wake.await(config.sweep());
        }
        broken = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!broken && !stopping()) {
          LOG.warnf("%s: no work is claimed (%s)", service, e.getMessage());
        }
        broken = true;
        pause(config.sweep());
      }
    }
  }

  private boolean takeOver() {
    int items = leases.takeOver();
    if (items > 0) {
      LOG.infof("%s: took over %d work items of an earlier process", service, items);
    }
    return true;
  }

  /** Cancelled items that nobody runs need no worker to end. */
  private void endCancelled() {
    Optional<Lease> lease = leases.claimCancelled(handlers.keySet());
    while (lease.isPresent()) {
      RunningWork work = running(lease.get());
      endAsCancelled(work, handlers.get(work.stage()));
      lease = leases.claimCancelled(handlers.keySet());
    }
  }

  /** Whether an item was found. */
  private boolean claimOne() {
    if (!own.tryAcquire()) {
      return false;
    }
    if (!shared.take()) {
      own.release();
      return false;
    }
    boolean handed = false;
    try {
      Optional<Lease> lease =
          stopping() ? Optional.empty() : leases.claim(handlers.keySet(), config.capabilities());
      lease.ifPresent(this::submit);
      handed = lease.isPresent();
      return handed;
    } finally {
      if (!handed) {
        shared.giveUnused();
        own.release();
      }
    }
  }

  private void submit(Lease lease) {
    RunningWork work = running(lease);
    running.add(work);
    if (stopping()) {
      work.shutDown();
    }
    pool.execute(
        () -> {
          try {
            run(work);
          } finally {
            running.remove(work);
            own.release();
            shared.give();
          }
        });
  }

  private RunningWork running(Lease lease) {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    return new RunningWork(lease, leases, threads, config.heartbeat());
  }

  private void run(RunningWork work) {
    WorkHandler handler = handlers.get(work.stage());
    if (work.lease().takeovers() > config.takeovers()) {
      endAsFailed(work, handler, Problems.workerLost());
      return;
    }
    try {
      work.run().cancellation().check();
      handler.run(work);
      if (!work.ended()) {
        work.complete(() -> {});
      }
    } catch (FenceLostException e) {
      LOG.infof("%s: %s", service, e.getMessage());
    } catch (CancelledException e) {
      stopped(work, handler, e);
    } catch (Throwable e) {
      failed(work, handler, e);
    }
  }

  private void stopped(RunningWork work, WorkHandler handler, CancelledException e) {
    switch (work.stop()) {
      case CANCELLED -> endAsCancelled(work, handler);
      case SHUTDOWN -> persist(work, () -> leases.release(work.lease(), Duration.ZERO));
      case FENCE_LOST -> LOG.infof("%s: work item %d was lost", service, work.lease().id());
      case NONE -> failed(work, handler, e);
    }
  }

  private void failed(RunningWork work, WorkHandler handler, Throwable failure) {
    if (work.ended()) {
      LOG.warnf("%s: %s after its end", service, failure.getClass().getSimpleName());
      return;
    }
    if (work.stop() != RunningWork.Stop.NONE && !(failure instanceof CancelledException)) {
      stopped(work, handler, new CancelledException());
      return;
    }
    Optional<Problem> known = problems.known(failure);
    if (known.isPresent()) {
      endAsFailed(work, handler, known.get());
    } else if (Transience.passes(failure)) {
      persist(work, () -> leases.release(work.lease(), config.backOff()));
    } else if (work.lease().failures() + 1 < config.attempts()) {
      problems.report(failure);
      persist(work, () -> leases.retry(work.lease(), config.backOff()));
    } else {
      endAsFailed(work, handler, problems.of(failure));
    }
  }

  private void endAsFailed(RunningWork work, WorkHandler handler, Problem problem) {
    persist(
        work,
        () -> work.end(WorkState.FAILED, problem.code(), () -> handler.onFailed(work, problem)));
  }

  private void endAsCancelled(RunningWork work, WorkHandler handler) {
    persist(work, () -> work.end(WorkState.CANCELLED, "", () -> handler.onCancelled(work)));
  }

  /** Writes how an item ended, for as long as the database is away and the process lives. */
  private void persist(RunningWork work, Runnable write) {
    while (true) {
      try {
        write.run();
        return;
      } catch (FenceLostException e) {
        LOG.infof("%s: %s", service, e.getMessage());
        return;
      } catch (RuntimeException e) {
        if (!Transience.passes(e) || stopping()) {
          LOG.errorf(
              "%s: the end of work item %d was not written (%s); its lease will run out",
              service, work.lease().id(), e.getClass().getSimpleName());
          return;
        }
        pause(config.backOff());
      }
    }
  }

  private void pause(Duration length) {
    try {
      stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
