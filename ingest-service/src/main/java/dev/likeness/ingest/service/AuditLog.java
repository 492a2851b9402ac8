package dev.likeness.ingest.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.sql.Database;
import dev.likeness.privacy.audit.AuditCheckpoint;
import dev.likeness.privacy.audit.AuditEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The audit log: one chain for each tenant, appended to in the transaction of what it tells of.
 *
 * <p>Details are ids, codes, counts, hashes and the purpose of a reveal; never a cell value, and
 * positions instead of names of columns.
 */
@Singleton
public class AuditLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final ServiceRuntime platform;
  private final Callers callers;

  @Inject
  AuditLog(@Service(IngestPlatform.SERVICE) ServiceRuntime platform, Callers callers) {
    this.platform = platform;
    this.callers = callers;
  }

  /** Where a chain ends. */
  private record Head(long sequence, String hash) {}

  /** Writes down what the caller of the running request did, or the service by itself. */
  public AuditEntry append(String tenant, String action, Map<String, String> details) {
    return append(tenant, callers.nameOr(IngestPlatform.SERVICE), action, details);
  }

  /** Writes down what somebody did. */
  public AuditEntry append(
      String tenant, String actor, String action, Map<String, String> details) {
    Database.requireTransaction("an audit entry");
    Head head = lockHead(tenant);
    AuditEntry entry =
        AuditEntry.next(
            tenant, head.sequence() + 1, head.hash(), Instant.now(), actor, action, details);
    insert(entry);
    platform
        .database()
        .update(
            "update audit_heads set sequence = ?, hash = ? where tenant = ?",
            entry.sequence(),
            entry.hash(),
            tenant);
    return entry;
  }

  /** Entries behind a number, in their order. */
  public List<AuditEntry> entries(String tenant, long after, int limit) {
    return platform
        .database()
        .query(
            "select * from audit where tenant = ? and sequence > ? order by sequence limit ?",
            AuditLog::entry,
            tenant,
            after,
            limit);
  }

  /** Checkpoints, in the order of the entries that they speak of. */
  public List<AuditCheckpoint> checkpoints(String tenant) {
    return platform
        .database()
        .query(
            "select * from audit_checkpoints where tenant = ? order by sequence",
            row ->
                new AuditCheckpoint(
                    row.getString("tenant"),
                    row.getLong("sequence"),
                    row.getString("hash"),
                    instant(row),
                    row.getString("key"),
                    row.getString("signature")),
            tenant);
  }

  /** The last entry of a chain for which there is no checkpoint yet. */
  Optional<AuditEntry> uncheckedEnd(String tenant) {
    return platform
        .database()
        .first(
            """
            select a.* from audit a join audit_heads h using (tenant, sequence)
            where a.tenant = ? and not exists (
              select 1 from audit_checkpoints c
              where c.tenant = a.tenant and c.sequence = a.sequence)
            """,
            AuditLog::entry,
            tenant);
  }

  /** Keeps a checkpoint, unless another process was first. */
  boolean keep(AuditCheckpoint checkpoint) {
    return platform
            .database()
            .update(
                """
                insert into audit_checkpoints (tenant, sequence, hash, at, key, signature)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                checkpoint.tenant(),
                checkpoint.sequence(),
                checkpoint.hash(),
                utc(checkpoint.at()),
                checkpoint.key(),
                checkpoint.signature())
        == 1;
  }

  private Head lockHead(String tenant) {
    Database database = platform.database();
    database.update(
        "insert into audit_heads (tenant, sequence, hash) values (?, 0, ?) on conflict do nothing",
        tenant,
        AuditEntry.NOTHING);
    return database
        .first(
            "select sequence, hash from audit_heads where tenant = ? for update",
            row -> new Head(row.getLong("sequence"), row.getString("hash")),
            tenant)
        .orElseThrow();
  }

  private void insert(AuditEntry entry) {
    platform
        .database()
        .update(
            """
            insert into audit (tenant, sequence, at, actor, action, details, previous, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.tenant(),
            entry.sequence(),
            utc(entry.at()),
            entry.actor(),
            entry.action(),
            write(entry.details()),
            entry.previous(),
            entry.hash());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getString("tenant"),
        row.getLong("sequence"),
        instant(row),
        row.getString("actor"),
        row.getString("action"),
        read(row.getString("details")),
        row.getString("previous"),
        row.getString("hash"));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static String write(Map<String, String> details) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(details));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> read(String details) {
    try {
      return JSON.readValue(details, DETAILS);
    } catch (JsonProcessingException e) {
      return Map.of("unreadable", "true");
    }
  }
}
