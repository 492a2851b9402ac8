package dev.likeness.platform.example;

import dev.likeness.platform.Platform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives both services their runtime. */
@Singleton
public class Services {

  @Produces
  @Singleton
  @Service("alpha")
  ServiceRuntime alpha(Platform platform, @DataSource("alpha") AgroalDataSource source) {
    return platform.service("alpha", source);
  }

  @Produces
  @Singleton
  @Service("beta")
  ServiceRuntime beta(Platform platform, @DataSource("beta") AgroalDataSource source) {
    return platform.service("beta", source);
  }
}
