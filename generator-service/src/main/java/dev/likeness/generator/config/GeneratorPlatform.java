package dev.likeness.generator.config;

import dev.likeness.platform.Platform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The generator's share of the platform. */
@Singleton
public class GeneratorPlatform {

  /** Outbox, inbox, work and idempotency keys in the schema {@code generator}. */
  @Produces
  @Singleton
  @Service(GeneratorConfig.SERVICE)
  ServiceRuntime runtime(
      Platform platform, @DataSource(GeneratorConfig.SERVICE) AgroalDataSource source) {
    return platform.service(GeneratorConfig.SERVICE, source);
  }
}
