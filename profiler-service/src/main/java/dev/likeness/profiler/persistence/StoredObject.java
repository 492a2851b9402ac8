package dev.likeness.profiler.persistence;

import dev.likeness.contracts.ObjectRef;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A reference to an object, as columns of a row. */
@Embeddable
public class StoredObject {

  /** Where it lies. */
  @Nullable String key;

  /** Its size. */
  @Nullable Long bytes;

  /** Its hash. */
  @Nullable String sha256;

  /** For the persistence provider. */
  protected StoredObject() {}

  /** The columns of a reference. */
  public static StoredObject of(ObjectRef ref) {
    StoredObject columns = new StoredObject();
    columns.key = ref.key();
    columns.bytes = ref.bytes();
    columns.sha256 = ref.sha256();
    return columns;
  }

  /** The reference in the columns. */
  public ObjectRef ref() {
    if (key == null || bytes == null || sha256 == null) {
      throw new IllegalStateException("a row without its object");
    }
    return new ObjectRef(key, bytes, sha256);
  }
}
