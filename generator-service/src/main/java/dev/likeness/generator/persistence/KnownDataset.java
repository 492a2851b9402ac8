package dev.likeness.generator.persistence;

import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.UploadedTable;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The little that the generator needs to know of a dataset. Its parts come with different events,
 * in any order; the row appears with the first of them, and an older version of a part never
 * replaces a newer one.
 */
@Entity
@Table(name = "known_datasets")
public class KnownDataset extends PanacheEntityBase {

  @Id
  @Column(name = "dataset_id")
  private UUID datasetId;

  private String tenant;

  private String project;

  private int version;

  @Column(name = "row_count")
  private @Nullable Long rows;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "canonical_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "canonical_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "canonical_sha256"))
  private @Nullable StoredObject canonical;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "reading_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "reading_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "reading_sha256"))
  private @Nullable StoredObject reading;

  @Column(name = "profile_version")
  private int profileVersion;

  @Column(name = "profile_reading_version")
  private int profileReadingVersion;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "profile_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "profile_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "profile_sha256"))
  private @Nullable StoredObject profile;

  @Column(name = "failed_code")
  private @Nullable String failedCode;

  /** For Hibernate. */
  protected KnownDataset() {}

  /** The row of a dataset for reading; empty when no event of it has come. */
  public static Optional<KnownDataset> of(String tenant, UUID datasetId) {
    return find("datasetId = ?1 and tenant = ?2", datasetId, tenant).firstResultOptional();
  }

  /** The row of a dataset, made if need be, locked until the transaction ends. */
  public static KnownDataset locked(EventHeader header, UUID datasetId) {
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO known_datasets (dataset_id, tenant, project) VALUES (?1, ?2, ?3)"
                + " ON CONFLICT DO NOTHING")
        .setParameter(1, datasetId)
        .setParameter(2, header.tenant())
        .setParameter(3, header.project())
        .executeUpdate();
    return findById(datasetId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Locks the row until the transaction ends and reads it again. */
  public KnownDataset lock() {
    getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
    return this;
  }

  /** Takes what an upload event says. */
  public void uploaded(int version, UploadedTable table) {
    if (version <= this.version) {
      return;
    }
    this.version = version;
    this.rows = table.rows();
    this.canonical = StoredObject.of(table.canonical());
    this.reading = StoredObject.of(table.reading());
  }

  /** Takes what a profile event says. */
  public void profiled(int profileVersion, int readingVersion, ObjectRef profile) {
    if (profileVersion <= this.profileVersion) {
      return;
    }
    this.profileVersion = profileVersion;
    this.profileReadingVersion = readingVersion;
    this.profile = StoredObject.of(profile);
    this.failedCode = null;
  }

  /** Takes that the columns could not be told; a profile that came all the same wins. */
  public void profilingFailed(String code) {
    if (!isProfiled()) {
      this.failedCode = code;
    }
  }

  /** Whether {@code DatasetUploaded} has come. */
  public boolean isUploaded() {
    return canonical != null;
  }

  /** Whether a job of it can be worked on. */
  public boolean isReady() {
    return canonical != null && isProfiled();
  }

  /** Whether there is a profile, and of the newest reading. */
  private boolean isProfiled() {
    return profile != null && (canonical == null || profileReadingVersion == version);
  }

  /** The dataset. */
  public UUID datasetId() {
    return datasetId;
  }

  /** The project within the tenant. */
  public String project() {
    return project;
  }

  /** Number of data rows; only of an uploaded dataset. */
  public long rows() {
    return Objects.requireNonNull(rows, "not uploaded");
  }

  /** The canonical copy; only of an uploaded dataset. */
  public ObjectRef canonical() {
    return Objects.requireNonNull(canonical, "not uploaded").ref();
  }

  /** Dialect and column names; only of an uploaded dataset. */
  public ObjectRef reading() {
    return Objects.requireNonNull(reading, "not uploaded").ref();
  }

  /** The version of the newest profile; 0 before the first. */
  public int profileVersion() {
    return profileVersion;
  }

  /** The newest profile; none where it is of an earlier reading. */
  public Optional<ObjectRef> profile() {
    return Optional.ofNullable(profile).filter(known -> isProfiled()).map(StoredObject::ref);
  }

  /** Why there is no profile and will not be one. */
  public Optional<String> failedCode() {
    return Optional.ofNullable(failedCode);
  }
}
