package dev.likeness.ingest.service;

import dev.likeness.ingest.config.IngestPlatform;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Cursor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of the reveal desk. */
@Singleton
final class RevealStore {

  private final ServiceRuntime platform;

  @Inject
  RevealStore(@Service(IngestPlatform.SERVICE) ServiceRuntime platform) {
    this.platform = platform;
  }

  /** Lets one wish of a person be counted at a time. */
  void alone(String person) {
    platform
        .database()
        .first(
            "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
            row -> row.getInt(1),
            "likeness.reveal." + person);
  }

  long countSince(String person, Instant since) {
    return platform
        .database()
        .first(
            "select count(*) from reveals where tenant = ? and requested_by = ?"
                + " and requested_at > ?",
            row -> row.getLong(1),
            Tenants.DEFAULT,
            person,
            utc(since))
        .orElse(0L);
  }

  void insert(RevealInfo reveal, String tokenHash) {
    platform
        .database()
        .update(
            """
            insert into reveals (id, tenant, job_id, dataset_id, positions, purpose, state,
                                 requested_by, requested_at, expires_at, token_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            reveal.id(),
            Tenants.DEFAULT,
            reveal.jobId(),
            reveal.datasetId(),
            reveal.positions().stream().map(String::valueOf).collect(Collectors.joining(",")),
            reveal.purpose(),
            reveal.state(),
            reveal.requestedBy(),
            utc(reveal.requestedAt()),
            utc(reveal.expiresAt()),
            tokenHash);
  }

  Optional<RevealInfo> find(UUID id) {
    return platform
        .database()
        .first(
            "select * from reveals where id = ? and tenant = ?",
            RevealStore::reveal,
            id,
            Tenants.DEFAULT);
  }

  List<RevealInfo> page(Optional<Cursor> after, int rows) {
    return after
        .map(
            c ->
                platform
                    .database()
                    .query(
                        "select * from reveals where tenant = ? and (requested_at, id) < (?, ?)"
                            + " order by requested_at desc, id desc limit ?",
                        RevealStore::reveal,
                        Tenants.DEFAULT,
                        utc(c.at()),
                        c.id(),
                        rows))
        .orElseGet(
            () ->
                platform
                    .database()
                    .query(
                        "select * from reveals where tenant = ?"
                            + " order by requested_at desc, id desc limit ?",
                        RevealStore::reveal,
                        Tenants.DEFAULT,
                        rows));
  }

  boolean approve(UUID id, String person, Instant expires) {
    return platform
            .database()
            .update(
                """
                update reveals set state = 'READY', approved_by = ?, expires_at = ?
                where id = ? and state = 'AWAITING_SECOND_PERSON' and requested_by <> ?
                """,
                person,
                utc(expires),
                id,
                person)
        == 1;
  }

  /** Uses the link up; whether it could be used. */
  boolean take(UUID id, String person, String tokenHash, Instant now) {
    return platform
            .database()
            .update(
                """
                update reveals set state = 'STREAMED', streamed_at = ?
                where id = ? and state = 'READY' and requested_by = ? and token_hash = ?
                  and expires_at > ?
                """,
                utc(now),
                id,
                person,
                tokenHash,
                utc(now))
        == 1;
  }

  boolean hasToken(UUID id, String tokenHash) {
    return platform
        .database()
        .first(
            "select 1 from reveals where id = ? and token_hash = ?",
            row -> row.getInt(1),
            id,
            tokenHash)
        .isPresent();
  }

  private static RevealInfo reveal(ResultSet row) throws SQLException {
    return new RevealInfo(
        row.getObject("id", UUID.class),
        row.getObject("job_id", UUID.class),
        row.getObject("dataset_id", UUID.class),
        Arrays.stream(row.getString("positions").split(",")).map(Integer::valueOf).toList(),
        row.getString("purpose"),
        row.getString("state"),
        row.getString("requested_by"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("approved_by")),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("streamed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
