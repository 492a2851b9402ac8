package dev.likeness.ingest.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with limits that contradict each other. */
@Singleton
public class LimitsCheck {

  private final IngestConfig config;
  private final MemorySize maxBody;

  @Inject
  LimitsCheck(
      IngestConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
    this.config = config;
    this.maxBody = maxBody;
  }

  void check(@Observes StartupEvent start) {
    if (config.maxFileSize().asLongValue() >= maxBody.asLongValue()) {
      throw new IllegalStateException(
          "likeness.ingest.max-file-size = "
              + config.maxFileSize().asLongValue()
              + " bytes, expected less than quarkus.http.limits.max-body-size = "
              + maxBody.asLongValue());
    }
  }
}
