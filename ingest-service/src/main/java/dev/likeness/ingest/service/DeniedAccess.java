package dev.likeness.ingest.service;

import dev.likeness.platform.access.AccessDenied;
import dev.likeness.platform.sql.Database;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Writes down who asked for what they may not do. */
@Singleton
public class DeniedAccess {

  private final AuditLog audit;

  @Inject
  DeniedAccess(AuditLog audit) {
    this.audit = audit;
  }

  void on(@Observes AccessDenied denied) {
    if (BlockingOperationControl.isBlockingAllowed()) {
      write(denied);
    } else {
      Infrastructure.getDefaultWorkerPool().execute(() -> write(denied));
    }
  }

  private void write(AccessDenied denied) {
    Database.inTransaction(
        () ->
            audit.append(
                denied.caller().tenant(),
                denied.caller().name(),
                "access-denied",
                Map.of(
                    "operation",
                    denied.operation(),
                    "roles",
                    String.join(",", denied.caller().roleLabels()))));
  }
}
