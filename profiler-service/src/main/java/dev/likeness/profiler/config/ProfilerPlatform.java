package dev.likeness.profiler.config;

import dev.likeness.platform.Platform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Platform on the schema of this service. */
@Singleton
public class ProfilerPlatform {

  /** Name of the service: of its schema, datasource and persistence unit too. */
  public static final String SERVICE = "profiler";

  @Produces
  @Singleton
  @Service(SERVICE)
  ServiceRuntime runtime(Platform platform, @DataSource(SERVICE) AgroalDataSource source) {
    return platform.service(SERVICE, source);
  }
}
