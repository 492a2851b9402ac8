package dev.likeness.evaluator.config;

import dev.likeness.platform.Platform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The evaluator's share of the platform. */
@Singleton
public class EvaluatorPlatform {

  /** Outbox, inbox, work and idempotency keys in the schema {@code evaluator}. */
  @Produces
  @Singleton
  @Service(EvaluatorConfig.SERVICE)
  ServiceRuntime runtime(
      Platform platform, @DataSource(EvaluatorConfig.SERVICE) AgroalDataSource source) {
    return platform.service(EvaluatorConfig.SERVICE, source);
  }
}
