package dev.likeness.numerics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Loops over numbered blocks of work on a bounded pool of platform threads.
 *
 * <ol>
 *   <li>What a block is depends on the size of the data only, never on the number of threads.
 *   <li>Partial results are merged in block order, so floating-point sums have the same last bit
 *       for any number of threads.
 *   <li>The calling thread works too and needs no helper, so nested loops cannot starve each other.
 *   <li>The first failure (of the lowest block that failed) reaches the caller; when a loop returns
 *       or throws, none of its blocks is running any more.
 *   <li>The cancellation is asked before every block: keep blocks below 100 ms.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Parallel {

  private static final int POOL_THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());
  private static final ExecutorService POOL = pool();

  private Parallel() {}

  /** Number of blocks of {@code blockSize} that cover {@code size} things. */
  public static int blocks(long size, int blockSize) {
    return Math.toIntExact((size + blockSize - 1) / blockSize);
  }

  /** Runs {@code body} once for each block number in [0, blocks), in any order. */
  public static void forEach(int blocks, RunContext run, IntConsumer body) {
    Loop loop = new Loop(blocks, run.cancellation(), body);
    int helpers = Math.min(run.threads(), blocks) - 1;
    for (int i = 0; i < helpers; i++) {
      POOL.execute(loop);
    }
    loop.run();
    loop.await();
  }

  /** The values of all blocks, in block order. */
  public static <T> List<T> map(int blocks, RunContext run, IntFunction<T> body) {
    List<AtomicReference<T>> results = new ArrayList<>(blocks);
    for (int i = 0; i < blocks; i++) {
      results.add(new AtomicReference<>());
    }
    forEach(blocks, run, block -> results.get(block).set(body.apply(block)));
    return results.stream().map(AtomicReference::get).toList();
  }

  /**
   * The values of all blocks merged from the left, in block order.
   *
   * @throws IllegalArgumentException when there is no block
   */
  public static <T> T reduce(
      int blocks, RunContext run, IntFunction<T> body, BinaryOperator<T> merge) {
    if (blocks < 1) {
      throw new IllegalArgumentException("blocks = " + blocks + ", expected >= 1");
    }
    return map(blocks, run, body).stream().reduce(merge).orElseThrow();
  }

  /**
   * Makes the values of blocks in parallel and hands them to {@code take} in block order, from the
   * calling thread. At most {@code 2 · threads} values exist at once.
   */
  public static <T> void inOrder(
      int blocks, RunContext run, IntFunction<T> make, Consumer<? super T> take) {
    Helpers helpers = new Helpers(run.threads() - 1);
    Queue<Slot<T>> window = new ArrayDeque<>();
    int next = 0;
    try {
      for (int done = 0; done < blocks; done++) {
        run.cancellation().check();
        for (; next < blocks && next < done + 2 * run.threads(); next++) {
          int block = next;
          Slot<T> slot = new Slot<>(() -> make.apply(block), run.cancellation());
          window.add(slot);
          helpers.offer(slot);
        }
        take.accept(window.remove().value());
      }
    } finally {
      window.forEach(Slot::abandon);
    }
  }

  private static ExecutorService pool() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task ->
            Thread.ofPlatform()
                .daemon()
                .name("likeness-" + number.incrementAndGet())
                .unstarted(task);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            POOL_THREADS, POOL_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Waits for a latch however often the thread is interrupted, and keeps the interrupt. */
  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Blocks that several threads take by number until none is left. */
  private static final class Loop implements Runnable {

    private record Failure(int block, Throwable cause) {}

    private final int blocks;
    private final Cancellation cancellation;
    private final IntConsumer body;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Failure> failure = new AtomicReference<>();
    private final CountDownLatch open;

    Loop(int blocks, Cancellation cancellation, IntConsumer body) {
      this.blocks = blocks;
      this.cancellation = cancellation;
      this.body = body;
      this.open = new CountDownLatch(blocks);
    }

    @Override
    public void run() {
      for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
        try {
          runUnlessFailed(block);
        } finally {
          open.countDown();
        }
      }
    }

    private void runUnlessFailed(int block) {
      if (failure.get() != null) {
        return;
      }
      try {
        cancellation.check();
        body.accept(block);
      } catch (RuntimeException | Error e) {
        failure.accumulateAndGet(
            new Failure(block, e),
            (old, made) -> old == null || made.block() < old.block() ? made : old);
      }
    }

    void await() {
      awaitUninterruptibly(open);
      Failure failed = failure.get();
      if (failed != null) {
        rethrow(failed.cause());
      }
    }
  }

  private static void rethrow(Throwable cause) {
    switch (cause) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    }
  }

  /** One value that is made once, by whichever thread comes first. */
  private static final class Slot<T> implements Runnable {

    private final java.util.function.Supplier<T> make;
    private final Cancellation cancellation;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Slot(java.util.function.Supplier<T> make, Cancellation cancellation) {
      this.make = make;
      this.cancellation = cancellation;
    }

    @Override
    public void run() {
      if (!claimed.compareAndSet(false, true)) {
        return;
      }
      try {
        cancellation.check();
        result.complete(make.get());
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }

    T value() {
      run();
      try {
        return result.join();
      } catch (CompletionException e) {
        rethrow(Objects.requireNonNullElse(e.getCause(), e));
        throw e;
      }
    }

    /** Makes sure that nobody starts it any more, and waits for whoever already did. */
    void abandon() {
      if (!claimed.compareAndSet(false, true)) {
        result.exceptionally(e -> null).join();
      }
    }
  }

  /** At most so many pool threads that empty a queue of slots. */
  private static final class Helpers implements Runnable {

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger free;

    Helpers(int helpers) {
      this.free = new AtomicInteger(helpers);
    }

    void offer(Runnable task) {
      queue.add(task);
      if (free.getAndDecrement() > 0) {
        POOL.execute(this);
      } else {
        free.incrementAndGet();
      }
    }

    @Override
    public void run() {
      for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
        task.run();
      }
      free.incrementAndGet();
    }
  }
}
