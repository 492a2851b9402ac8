package dev.likeness.profiler.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The profile of a dataset, or the intention to make one. */
@Entity
@Table(name = "profiles")
public class Profile extends PanacheEntityBase {

  /** The dataset. */
  @Id
  @Column(name = "dataset_id")
  public UUID datasetId;

  /** Whose it is. */
  public String tenant;

  /** How far it is. */
  @Enumerated(EnumType.STRING)
  public ProfileState state;

  /** From 1; of the profile that is there, or is being made. */
  public int version;

  /** Why there will be none. */
  public @Nullable String code;

  /** The canonical copy of the dataset. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "canonical_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "canonical_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "canonical_sha256"))
  public StoredObject canonical;

  /** How its file was read. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "reading_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "reading_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "reading_sha256"))
  public StoredObject reading;

  /** The profile. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "profile_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "profile_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "profile_sha256"))
  public @Nullable StoredObject profile;

  /** Of the reading that the copy is of; a later one replaces it. */
  @Column(name = "reading_version")
  public int readingVersion;

  /** The version at which the columns were looked at last; later ones only treat otherwise. */
  @Column(name = "looked_version")
  public int lookedVersion;

  /** What people said about the columns. */
  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "said_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "said_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "said_sha256"))
  public @Nullable StoredObject said;

  /** When the dataset was heard of. */
  @Column(name = "created_at")
  public Instant createdAt;

  /** When anything changed last. */
  @Column(name = "updated_at")
  public Instant updatedAt;

  /** The profile of a tenant's dataset. */
  public static Optional<Profile> of(String tenant, UUID dataset) {
    return Profile.<Profile>find("datasetId = ?1 and tenant = ?2", dataset, tenant)
        .firstResultOptional();
  }

  /** The same, locked until the transaction ends. */
  public static Optional<Profile> locked(String tenant, UUID dataset) {
    return Profile.<Profile>find("datasetId = ?1 and tenant = ?2", dataset, tenant)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }
}
