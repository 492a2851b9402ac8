package dev.likeness.ingest.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A generation job, learnt from its events. */
@Entity
@Table(name = "jobs")
public class Job extends PanacheEntityBase {

  /** Its id. */
  @Id public UUID id;

  /** Whose it is. */
  public String tenant;

  /** The dataset that its rows resemble. */
  @Column(name = "dataset_id")
  public UUID datasetId;

  /** What has become of it. */
  @Enumerated(EnumType.STRING)
  public JobState state;

  /** Why it failed. */
  public @Nullable String code;

  /** Its rows. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "csv_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "csv_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "csv_sha256"))
  public @Nullable StoredObject csv;

  /** When the last event about it happened. */
  @Column(name = "updated_at")
  public Instant updatedAt;

  /** A job of a tenant. */
  public static Optional<Job> of(String tenant, UUID id) {
    return Job.<Job>find("id = ?1 and tenant = ?2", id, tenant).firstResultOptional();
  }
}
