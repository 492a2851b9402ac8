package dev.likeness.ingest.service;

import dev.likeness.ingest.config.OversightConfig;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.sql.Database;
import dev.likeness.privacy.audit.AuditCheckpoint;
import dev.likeness.privacy.audit.AuditEntry;
import dev.likeness.privacy.key.SigningKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Signs how the chain stands, every few seconds while it grows and once at the end, and writes each
 * checkpoint into a file besides. The file belongs onto storage that this server cannot rewrite.
 */
@Singleton
public class AuditCheckpoints {

  private static final Logger LOG = Logger.getLogger(AuditCheckpoints.class);

  private final AuditLog log;
  private final OversightConfig config;
  private final SigningKey key;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("audit-checkpoints").daemon().factory());

  @Inject
  AuditCheckpoints(AuditLog log, OversightConfig config) {
    this.log = log;
    this.config = config;
    this.key = SigningKey.openOrCreate(config.audit().signingKey());
  }

  /** The public half of the key that signs, as PEM. */
  public String publicPem() {
    return key.publicPem();
  }

  void start(@Observes StartupEvent start) {
    long pause = config.audit().checkpointEvery().toMillis();
    timer.scheduleWithFixedDelay(this::signIfGrown, pause, pause, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes @Priority(200) ShutdownEvent end) {
    timer.shutdown();
    signIfGrown();
  }

  /** Signs the end of the chain where no checkpoint vouches for it yet. */
  public synchronized void signIfGrown() {
    try {
      sign(Tenants.DEFAULT);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("a checkpoint of the audit log waits (%s)", e.getClass().getSimpleName());
    }
  }

  private void sign(String tenant) throws IOException {
    Optional<AuditEntry> end = log.uncheckedEnd(tenant);
    if (end.isEmpty()) {
      return;
    }
    AuditCheckpoint checkpoint =
        AuditCheckpoint.sign(tenant, end.get().sequence(), end.get().hash(), Instant.now(), key);
    export(checkpoint);
    Database.inTransaction(() -> log.keep(checkpoint));
  }

  private void export(AuditCheckpoint checkpoint) throws IOException {
    Path folder = Files.createDirectories(config.audit().folder());
    Path file = folder.resolve(checkpoint.tenant() + ".checkpoints.jsonl");
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.wrap((checkpoint.line() + "\n").getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    }
    Path publicKey = folder.resolve("audit-" + key.id() + ".pub.pem");
    if (Files.notExists(publicKey)) {
      Files.writeString(publicKey, key.publicPem());
    }
  }
}
