package dev.likeness.evaluator.persistence;

import dev.likeness.contracts.ObjectRef;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** Where a version of a dataset's profile lies. */
@Entity
@Table(name = "known_profiles")
public class KnownProfile extends PanacheEntityBase {

  @EmbeddedId private Version id;

  private String tenant;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "profile_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "profile_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "profile_sha256"))
  private StoredObject profile;

  /** For Hibernate. */
  protected KnownProfile() {}

  /**
   * Names a version of a profile.
   *
   * @param datasetId the dataset
   * @param profileVersion from 1
   */
  @Embeddable
  public record Version(
      @Column(name = "dataset_id") UUID datasetId,
      @Column(name = "profile_version") Integer profileVersion) {}

  /** That version, if its event has come. */
  public static Optional<KnownProfile> of(UUID datasetId, int profileVersion) {
    return findByIdOptional(new Version(datasetId, profileVersion));
  }

  /** Takes what a profile event says. */
  public static void profiled(
      String tenant, UUID datasetId, int profileVersion, ObjectRef profile) {
    if (of(datasetId, profileVersion).isPresent()) {
      return;
    }
    KnownProfile known = new KnownProfile();
    known.id = new Version(datasetId, profileVersion);
    known.tenant = tenant;
    known.profile = StoredObject.of(profile);
    known.persist();
  }

  /** The profile object. */
  public ObjectRef profile() {
    return profile.ref();
  }
}
