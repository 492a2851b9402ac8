package dev.likeness.standalone.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/**
 * A PostgreSQL of our own: a direct child process on a loopback port, durable (fsync on), with its
 * cluster in a folder and a random password beside it that only the owner of the folder may read.
 *
 * <p>A server that a killed parent left behind is found by the cluster's {@code postmaster.pid},
 * recognised by its command line and stopped before a new one starts.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "likeness";
  private static final String DATABASE = "likeness";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process process;
  private final int port;
  private final String password;

  private PostgresServer(Process process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param folder of the cluster; made on the first start
   * @param runtime where the programs are unpacked
   * @param log where the server writes what it has to say
   * @throws StartException when it does not start, with the reason
   */
  public static PostgresServer start(Path folder, Path runtime, Path log) {
    try {
      PostgresBinaries binaries = PostgresBinaries.unpack(runtime);
      Files.createDirectories(folder);
      Files.createDirectories(log.getParent());
      Path cluster = folder.resolve("cluster").toAbsolutePath();
      Path passwordFile = folder.resolve("password").toAbsolutePath();
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        initialise(binaries, cluster, passwordFile, log);
      }
      LeftPostmaster.stopIn(cluster);
      return launch(binaries, cluster, Files.readString(passwordFile).strip(), log);
    } catch (IOException e) {
      throw new StartException("PostgreSQL could not be started: " + e.getMessage(), e);
    }
  }

  /** Where clients connect to, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(port, DATABASE);
  }

  /** The user that owns the database. */
  public String user() {
    return USER;
  }

  /** The password of {@link #user()}. */
  public String password() {
    return password;
  }

  /** The process of the server. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends open sessions, writes everything down and stops; waits for it. */
  @Override
  public void close() {
    LeftPostmaster.interrupt(process.toHandle());
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void initialise(
      PostgresBinaries binaries, Path cluster, Path passwordFile, Path log) throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
    Path unfinished = cluster.resolveSibling("cluster-unfinished");
    FileTree.delete(unfinished);
    List<String> command = prefix(cluster.getParent());
    command.addAll(
        List.of(
            binaries.program("initdb"),
            "-D",
            unfinished.toString(),
            "-U",
            USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "-E",
            "UTF8",
            "--locale=C"));
    Process initdb = spawn(command, log);
    try {
      if (initdb.waitFor() != 0) {
        throw new StartException("PostgreSQL could not make its data folder: " + lastLine(log));
      }
      Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (InterruptedException e) {
      initdb.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while PostgreSQL made its data folder", e);
    }
  }

  private static PostgresServer launch(
      PostgresBinaries binaries, Path cluster, String password, Path log) throws IOException {
    int port = FreePort.find();
    List<String> command = prefix(cluster);
    command.addAll(List.of(binaries.program("postgres"), "-D", cluster.toString()));
    settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
    Process process = spawn(command, log);
    PostgresServer server = new PostgresServer(process, port, password);
    try {
      server.awaitAnswer(log);
      server.createDatabase();
      return server;
    } catch (SQLException e) {
      server.close();
      throw new StartException("PostgreSQL answers, but not as expected: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static List<String> settings(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        "shared_buffers=32MB",
        "max_connections=120",
        "max_wal_size=256MB",
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_logical_replication_workers=0",
        "jit=off",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_min_messages=warning");
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
   * In a session of its own it does not hear the Ctrl-C that is meant for us: we stop it when the
   * services have finished with it.
   */
  private static List<String> prefix(Path ownFile) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    if (Integer.valueOf(0).equals(Files.getAttribute(ownFile, "unix:uid"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    return command;
  }

  private static Process spawn(List<String> command, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private void awaitAnswer(Path log) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try (Connection ignored = connect("postgres")) {
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > deadline) {
          throw new StartException(
              "PostgreSQL did not answer within " + START_LIMIT.toSeconds() + " s", notYet);
        }
      }
      if (exitedWithin(Duration.ofMillis(50))) {
        throw new StartException("PostgreSQL ended at once: " + lastLine(log));
      }
    }
  }

  private boolean exitedWithin(Duration pause) {
    try {
      return process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while PostgreSQL started", e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "2");
    return new Driver().connect(jdbcUrl(port, database), login);
  }

  private static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static String lastLine(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
      return text.substring(text.lastIndexOf('\n') + 1) + " (all of it: " + log + ")";
    } catch (IOException e) {
      return "its log " + log + " cannot be read";
    }
  }
}
