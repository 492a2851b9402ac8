package dev.likeness.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParallelTest {

  private static RunContext run(int threads) {
    return RunContext.quiet().withThreads(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void runsEveryBlockOnce(int threads) {
    AtomicInteger[] seen = new AtomicInteger[1000];
    java.util.Arrays.setAll(seen, i -> new AtomicInteger());
    Parallel.forEach(1000, run(threads), block -> seen[block].incrementAndGet());
    assertThat(seen).allSatisfy(count -> assertThat(count).hasValue(1));
  }

  @Test
  void sumsToTheSameBitsForAnyNumberOfThreads() {
    CounterRandom random = CounterRandom.of(1);
    double one = sum(random, 1);
    for (int threads : new int[] {2, 3, 4}) {
      assertThat(sum(random, threads)).isEqualTo(one);
    }
  }

  private static double sum(CounterRandom random, int threads) {
    return Parallel.reduce(
        500, run(threads), b -> Normal.quantile(random.uniform(b, 0)) * 1e10, Double::sum);
  }

  @Test
  void usesAsManyThreadsAsAllowedAndNoMore() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Parallel.forEach(
        3,
        run(3),
        block -> {
          threads.add(Thread.currentThread());
          meet(together);
        });
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Parallel.forEach(
        200,
        run(2),
        block -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          now.decrementAndGet();
        });
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void loopsMayBeNested() {
    AtomicInteger count = new AtomicInteger();
    Parallel.forEach(20, run(4), a -> Parallel.forEach(20, run(4), b -> count.incrementAndGet()));
    assertThat(count).hasValue(400);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theFailureOfABlockReachesTheCaller(int threads) {
    AtomicInteger running = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Parallel.forEach(
                    100,
                    run(threads),
                    block -> {
                      running.incrementAndGet();
                      try {
                        if (block == 17) {
                          throw new IllegalStateException("block 17");
                        }
                      } finally {
                        running.decrementAndGet();
                      }
                    }))
        .hasMessage("block 17");
    assertThat(running).hasValue(0);
    assertThatThrownBy(
            () ->
                Parallel.forEach(
                    3,
                    run(threads),
                    block -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void stopsBetweenBlocksWhenCancelled(int threads) {
    AtomicInteger done = new AtomicInteger();
    RunContext run = run(threads).withCancellation(() -> done.get() >= 5);
    assertThatThrownBy(() -> Parallel.forEach(1000, run, block -> done.incrementAndGet()))
        .isInstanceOf(CancelledException.class);
    assertThat(done.get()).isLessThan(5 + threads + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void handsValuesOverInOrderAndFewAtATime(int threads) {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();
    Thread caller = Thread.currentThread();
    Parallel.inOrder(
        500,
        run(threads),
        block -> {
          most.accumulateAndGet(alive.incrementAndGet(), Math::max);
          return block;
        },
        value -> {
          assertThat(Thread.currentThread()).isSameAs(caller);
          alive.decrementAndGet();
          taken.add(value);
        });
    assertThat(taken).isEqualTo(IntStream.range(0, 500).boxed().toList());
    assertThat(most.get()).isLessThanOrEqualTo(2 * threads + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void anOrderedLoopStopsAtAFailureOfEitherSide(int threads) {
    AtomicInteger made = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Parallel.inOrder(
                    1000,
                    run(threads),
                    block -> made.incrementAndGet(),
                    value -> {
                      throw new IllegalStateException("full");
                    }))
        .hasMessage("full");
    assertThat(made.get()).isLessThanOrEqualTo(2 * threads);
    assertThatThrownBy(
            () ->
                Parallel.inOrder(
                    10,
                    run(threads),
                    block -> {
                      throw new IllegalStateException("block " + block);
                    },
                    value -> {}))
        .hasMessage("block 0");
  }

  @Test
  void coversEverythingWithBlocks() {
    assertThat(Parallel.blocks(0, 10)).isZero();
    assertThat(Parallel.blocks(1, 10)).isOne();
    assertThat(Parallel.blocks(10, 10)).isOne();
    assertThat(Parallel.blocks(11, 10)).isEqualTo(2);
  }
}
