package dev.likeness.evaluator.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ends evaluations that have waited too long, so that nobody waits for ever. */
@ApplicationScoped
public class Deadlines {

  private static final Logger LOG = Logger.getLogger(Deadlines.class);
  private static final int SECONDS_BETWEEN = 1;

  private final EvaluationService evaluations;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("evaluator-deadlines").factory());

  Deadlines(EvaluationService evaluations) {
    this.evaluations = evaluations;
  }

  void start(@Observes StartupEvent start) {
    clock.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  void stop(@Observes @Priority(1) ShutdownEvent end) {
    clock.shutdownNow();
  }

  private void look() {
    try {
      evaluations.failOverdue();
    } catch (RuntimeException e) {
      LOG.debugf("deadlines are looked at again (%s)", e.getClass().getSimpleName());
    }
  }
}
