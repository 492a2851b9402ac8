package dev.likeness.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL for tests; without fsync, since it dies with them. */
public final class TestPostgres {

  /** Its user, and that user's password. */
  public static final String USER = "postgres";

  private TestPostgres() {}

  /** The JDBC URL of the one server of this JVM, started when it does not run yet. */
  public static String shared() {
    return Once.perJvm("likeness.testing.postgres", TestPostgres::start);
  }

  private static String start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_connections", "200")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL of the tests did not stop");
    }
  }
}
