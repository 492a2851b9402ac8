package dev.likeness.ingest.persistence;

import dev.likeness.platform.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dataset: what came in by one upload. */
@Entity
@Table(name = "datasets")
public class Dataset extends PanacheEntityBase {

  /** Its id. */
  @Id public UUID id;

  /** Whose it is. */
  public String tenant;

  /** Name of the uploaded file. */
  public String name;

  /** How much is known of it. */
  @Enumerated(EnumType.STRING)
  public DatasetState state;

  /** Data rows. */
  @Column(name = "row_count")
  public long rows;

  /** Size of the uploaded file. */
  public long bytes;

  /** Hash of the uploaded file. */
  public String sha256;

  /** The canonical copy. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "canonical_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "canonical_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "canonical_sha256"))
  public StoredObject canonical;

  /** How the file was read. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "reading_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "reading_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "reading_sha256"))
  public StoredObject reading;

  /** Of the reading, from 1; a higher one replaces a lower one. */
  public int version;

  /** The upload as it came, if it was kept. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "upload_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "upload_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "upload_sha256"))
  public @Nullable StoredObject upload;

  /** When it came in. */
  @Column(name = "created_at")
  public Instant createdAt;

  /** A dataset of a tenant. */
  public static Optional<Dataset> of(String tenant, UUID id) {
    return Dataset.<Dataset>find("id = ?1 and tenant = ?2", id, tenant).firstResultOptional();
  }

  /** A dataset of a tenant, locked until the transaction ends. */
  public static Optional<Dataset> locked(String tenant, UUID id) {
    return Dataset.<Dataset>find("id = ?1 and tenant = ?2", id, tenant)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Datasets of a tenant from new to old, behind a place in that order. */
  public static List<Dataset> page(String tenant, Optional<Cursor> after, int rows) {
    Sort order = Sort.descending("createdAt", "id");
    return after
        .map(
            c ->
                Dataset.<Dataset>find(
                    "tenant = ?1 and (createdAt < ?2 or (createdAt = ?2 and id < ?3))",
                    order,
                    tenant,
                    c.at(),
                    c.id()))
        .orElseGet(() -> Dataset.<Dataset>find("tenant = ?1", order, tenant))
        .page(0, rows)
        .list();
  }
}
