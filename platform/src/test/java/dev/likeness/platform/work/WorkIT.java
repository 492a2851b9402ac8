package dev.likeness.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.numerics.CancelledException;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.event.Signal;
import dev.likeness.platform.example.Scripted;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.testing.Backends;
import dev.likeness.platform.testing.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Backends.class)
class WorkIT {

  private static final String TENANT = "default";

  @Inject
  @Service("alpha")
  ServiceRuntime platform;

  @Inject
  @Service("alpha")
  Scripted scripted;

  @Inject WorkConfig config;
  @Inject Problems problems;
  @Inject WorkerSlots slots;

  private final UUID job = UUID.randomUUID();

  @Test
  void runsAnItemOnceAndEndsItWithItsEffect() {
    scripted.on(job, work -> work.complete(() -> scripted.effect(job, "made")));

    enqueue("scripted");

    await(WorkState.DONE);
    assertThat(scripted.effects(job)).containsExactly("made");
    assertThat(scripted.attempts(job)).containsExactly(1);
  }

  @Test
  void enqueuesNothingWhenTheTransactionRollsBack() {
    assertThatThrownBy(
            () ->
                Database.inTransaction(
                    () -> {
                      platform.work().enqueue(job, TENANT, "scripted");
                      throw new IllegalStateException("changed my mind");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(platform.work().status(job)).isEmpty();
  }

  @Test
  void refusesToEnqueueOutsideOfATransaction() {
    assertThatThrownBy(() -> platform.work().enqueue(job, TENANT, "scripted"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void triesAgainAfterFailuresAndThenSucceeds() {
    scripted.on(
        job,
        work -> {
          if (work.attempt() < 3) {
            throw new IllegalStateException("not yet");
          }
          work.complete(() -> scripted.effect(job, "made"));
        });

    enqueue("scripted");

    await(WorkState.DONE);
    assertThat(scripted.attempts(job)).containsExactly(1, 2, 3);
    assertThat(scripted.effects(job)).containsExactly("made");
  }

  @Test
  void failsForGoodAfterThreeFailures() {
    scripted.on(
        job,
        work -> {
          throw new IllegalStateException("never");
        });

    enqueue("scripted");

    await(WorkState.FAILED);
    assertThat(scripted.attempts(job)).containsExactly(1, 2, 3);
    assertThat(scripted.effects(job)).containsExactly("failed internal-error");
  }

  @Test
  void failsForGoodAtOnceWithAProblem() {
    scripted.on(
        job,
        work -> {
          throw Problem.of(422, "no-rows", "No rows", "None.", "Send some.").toException();
        });

    enqueue("scripted");

    await(WorkState.FAILED);
    assertThat(scripted.attempts(job)).containsExactly(1);
    assertThat(scripted.effects(job)).containsExactly("failed no-rows");
  }

  @Test
  void waitsOutFailuresThatPassWithoutCountingThem() {
    AtomicInteger runs = new AtomicInteger();
    scripted.on(
        job,
        work -> {
          if (runs.incrementAndGet() < 6) {
            throw new IllegalStateException(new SQLTransientConnectionException("away", "08006"));
          }
          work.complete(() -> scripted.effect(job, "made"));
        });

    enqueue("scripted");

    await(WorkState.DONE);
    assertThat(runs).hasValue(6);
  }

  @Test
  void letsNoEffectOfAFailedCompletionStay() {
    scripted.on(
        job,
        work ->
            work.complete(
                () -> {
                  scripted.effect(job, "attempt");
                  if (work.attempt() == 1) {
                    throw new IllegalStateException("in the transaction");
                  }
                }));

    enqueue("scripted");

    await(WorkState.DONE);
    assertThat(scripted.effects(job)).containsExactly("attempt");
  }

  @Test
  void writesProgressForOthersToSee() {
    CountDownLatch seen = new CountDownLatch(1);
    scripted.on(
        job,
        work -> {
          work.run().progress().at("fit", 0.25);
          seen.await();
          work.complete(() -> {});
        });

    enqueue("scripted");

    Eventually.isTrue("progress", () -> status().progress() == 0.25);
    assertThat(status().progressStage()).contains("fit");
    seen.countDown();
    await(WorkState.DONE);
  }

  @Test
  void stopsARunningItemAfterSomebodyAsksToCancel() {
    CountDownLatch started = new CountDownLatch(1);
    scripted.on(job, work -> spin(work, started));
    enqueue("scripted");
    Eventually.isTrue("start", () -> started.getCount() == 0);

    Database.inTransaction(() -> platform.work().requestCancel(job));

    await(WorkState.CANCELLED);
    assertThat(scripted.effects(job)).containsExactly("cancelled");
  }

  @Test
  void cancelsAWaitingItemThoughAllWorkersAreBusy() {
    CountDownLatch release = new CountDownLatch(1);
    List<UUID> busy = List.of(UUID.randomUUID(), UUID.randomUUID());
    for (UUID other : busy) {
      scripted.on(other, work -> release.await());
      Database.inTransaction(() -> enqueued(other, "scripted"));
    }
    Eventually.isTrue(
        "busy workers", () -> busy.stream().allMatch(id -> scripted.attempts(id).size() == 1));
    enqueue("scripted");

    Database.inTransaction(() -> platform.work().requestCancel(job));

    await(WorkState.CANCELLED);
    assertThat(scripted.attempts(job)).isEmpty();
    assertThat(scripted.effects(job)).containsExactly("cancelled");
    release.countDown();
  }

  @Test
  void startsEndedWorkAnewWhenItIsEnqueuedAgain() {
    scripted.on(
        job,
        work -> {
          throw Problem.of(422, "no-rows", "No rows", "None.", "Send some.").toException();
        });
    enqueue("scripted");
    await(WorkState.FAILED);
    scripted.on(job, work -> work.complete(() -> scripted.effect(job, "made")));

    enqueue("scripted");

    await(WorkState.DONE);
    assertThat(scripted.effects(job)).containsExactly("failed no-rows", "made");
  }

  @Test
  void leavesWaitingWorkAloneWhenItIsEnqueuedTwice() {
    enqueue("nobody-does-this");
    enqueue("nobody-does-this");

    assertThat(platform.work().status(job)).hasSize(1);
  }

  @Test
  void anotherWorkerTakesOverWhenTheLeaseRunsOutAndTheFirstCanWriteNothing() {
    Leases dead = leases("dead-process", Duration.ofMillis(1));
    Leases successor = leases("successor", Duration.ofMinutes(1));
    enqueue("elsewhere");
    RunningWork stale = claim(dead);

    RunningWork current =
        Eventually.get("takeover", () -> successor.claim(List.of("elsewhere"), List.of("cpu")))
                instanceof Lease lease
            ? running(lease, successor)
            : stale;

    assertThat(current.fence()).isGreaterThan(stale.fence());
    assertThat(current.lease().takeovers()).isEqualTo(1);
    assertThatThrownBy(() -> stale.complete(() -> scripted.effect(job, "stale")))
        .isInstanceOf(FenceLostException.class);
    assertThatThrownBy(() -> stale.update(() -> scripted.effect(job, "stale")))
        .isInstanceOf(FenceLostException.class);
    stale.pulse();
    assertThatThrownBy(() -> stale.run().cancellation().check())
        .isInstanceOf(CancelledException.class);
    current.complete(() -> scripted.effect(job, "current"));
    assertThat(scripted.effects(job)).containsExactly("current");
  }

  @Test
  void aHeartbeatKeepsTheItemBeyondItsLease() {
    Leases first = leases("first", Duration.ofMillis(300));
    Leases second = leases("second", Duration.ofMinutes(1));
    enqueue("elsewhere");
    RunningWork work = new RunningWork(claim(first).lease(), first, 1, Duration.ofMillis(50));

    long end = System.nanoTime() + Duration.ofMillis(900).toNanos();
    Eventually.isTrue(
        "three leases' time",
        () -> {
          work.pulse();
          assertThat(second.claim(List.of("elsewhere"), List.of("cpu"))).isEmpty();
          return System.nanoTime() > end;
        });

    work.complete(() -> {});
  }

  @Test
  void aRestartedProcessOfTheSameNameTakesItsItemsOverAtOnce() {
    Leases before = leases("stable-name", Duration.ofHours(1));
    enqueue("elsewhere");
    RunningWork stale = claim(before);
    Leases after = leases("stable-name", Duration.ofHours(1));

    assertThat(after.takeOver()).isEqualTo(1);
    RunningWork current = claim(after);

    assertThat(current.fence()).isGreaterThan(stale.fence());
    assertThatThrownBy(() -> stale.complete(() -> scripted.effect(job, "stale")))
        .isInstanceOf(FenceLostException.class);
    current.complete(() -> scripted.effect(job, "current"));
    assertThat(scripted.effects(job)).containsExactly("current");
  }

  @Test
  void idleDispatchersRestBetweenTwoLooks() {
    WorkerSlots own = new WorkerSlots(config);
    Signal first = new Signal();
    Signal second = new Signal();
    own.tell(first);
    own.tell(second);

    assertThat(own.take()).isTrue();
    own.giveUnused();
    assertThat(raised(first)).isFalse();

    assertThat(own.take()).isTrue();
    own.give();
    assertThat(raised(first)).isTrue();
    assertThat(raised(second)).isTrue();
  }

  private static boolean raised(Signal signal) {
    try {
      return signal.await(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProcessThatEndsPutsItsItemBackWithoutCountingTheAttempt() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Boolean> first = new AtomicReference<>(true);
    WorkHandler handler =
        new WorkHandler() {
          @Override
          public String stage() {
            return "elsewhere";
          }

          @Override
          public void run(WorkContext work) {
            assertThat(work.attempt()).isEqualTo(1);
            if (first.getAndSet(false)) {
              spin(work, started);
            }
            work.complete(() -> scripted.effect(job, "made"));
          }
        };
    WorkersFactory factory = new WorkersFactory(config, problems, slots);
    Workers ending = factory.workers("ending", platform.database(), List.of(handler), new Signal());
    ending.start();
    enqueue("elsewhere");
    Eventually.isTrue("start", () -> started.getCount() == 0);

    ending.stop();

    assertThat(status().state()).isEqualTo(WorkState.READY);
    Workers next = factory.workers("next", platform.database(), List.of(handler), new Signal());
    next.start();
    await(WorkState.DONE);
    next.stop();
    assertThat(scripted.effects(job)).containsExactly("made");
  }

  private static void spin(WorkContext work, CountDownLatch started) {
    started.countDown();
    while (true) {
      work.run().cancellation().check();
      Thread.onSpinWait();
    }
  }

  private void enqueue(String stage) {
    Database.inTransaction(() -> enqueued(job, stage));
  }

  private boolean enqueued(UUID id, String stage) {
    platform.work().enqueue(id, TENANT, stage);
    return true;
  }

  private WorkStatus status() {
    return platform.work().status(job).getFirst();
  }

  private void await(WorkState state) {
    Eventually.isTrue("state " + state, () -> status().state() == state);
  }

  private Leases leases(String owner, Duration length) {
    return new Leases(platform.database(), owner, length);
  }

  private RunningWork claim(Leases leases) {
    Optional<Lease> lease = leases.claim(List.of("elsewhere"), List.of("cpu"));
    assertThat(lease).map(Lease::jobId).contains(job);
    return running(lease.orElseThrow(), leases);
  }

  private static RunningWork running(Lease lease, Leases leases) {
    return new RunningWork(lease, leases, 1, Duration.ofSeconds(10));
  }
}
