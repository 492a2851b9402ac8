package dev.likeness.ingest.service;

import dev.likeness.ingest.config.IngestConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets so many files be read at a time as the configuration says; others wait for their turn. */
@Singleton
class ReadingTurns {

  private final Semaphore free;

  @Inject
  ReadingTurns(IngestConfig config) {
    this.free = new Semaphore(config.concurrentReads(), true);
  }

  /** Reads when it is its turn. */
  <T> T take(Supplier<T> reading) {
    free.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      free.release();
    }
  }
}
