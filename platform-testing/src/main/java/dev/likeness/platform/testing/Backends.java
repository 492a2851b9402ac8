package dev.likeness.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the shared servers and a data folder of its own. */
public final class Backends implements QuarkusTestResourceLifecycleManager {

  /** For the test framework. */
  public Backends() {}

  @Override
  public Map<String, String> start() {
    return Map.of(
        "likeness.db.url", TestPostgres.shared(),
        "likeness.db.username", TestPostgres.USER,
        "likeness.db.password", TestPostgres.USER,
        "kafka.bootstrap.servers", TestKafka.shared(),
        "likeness.data-dir", TestFolders.make("likeness-data").toString());
  }

  @Override
  public void stop() {}
}
