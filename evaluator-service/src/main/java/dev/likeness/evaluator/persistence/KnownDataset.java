package dev.likeness.evaluator.persistence;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.contracts.UploadedTable;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** Where the values of a dataset lie. */
@Entity
@Table(name = "known_datasets")
public class KnownDataset extends PanacheEntityBase {

  @Id
  @Column(name = "dataset_id")
  private UUID datasetId;

  private String tenant;

  private int version;

  @Column(name = "row_count")
  private long rows;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "canonical_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "canonical_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "canonical_sha256"))
  private StoredObject canonical;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "reading_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "reading_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "reading_sha256"))
  private StoredObject reading;

  /** For Hibernate. */
  protected KnownDataset() {}

  /** The dataset, if its upload event has come. */
  public static Optional<KnownDataset> of(UUID datasetId) {
    return findByIdOptional(datasetId);
  }

  /** Takes what an upload event says, unless a later one came before. */
  public static void uploaded(String tenant, UUID datasetId, int version, UploadedTable table) {
    KnownDataset known = KnownDataset.of(datasetId).orElseGet(KnownDataset::new);
    if (version <= known.version) {
      return;
    }
    known.datasetId = datasetId;
    known.tenant = tenant;
    known.version = version;
    known.rows = table.rows();
    known.canonical = StoredObject.of(table.canonical());
    known.reading = StoredObject.of(table.reading());
    known.persist();
  }

  /** Number of data rows. */
  public long rows() {
    return rows;
  }

  /** The canonical copy. */
  public ObjectRef canonical() {
    return canonical.ref();
  }

  /** Dialect and column names. */
  public ObjectRef reading() {
    return reading.ref();
  }
}
