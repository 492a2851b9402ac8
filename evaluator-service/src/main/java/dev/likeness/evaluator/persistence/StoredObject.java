package dev.likeness.evaluator.persistence;

import dev.likeness.contracts.ObjectRef;
import jakarta.persistence.Embeddable;

/**
 * An object reference as three columns.
 *
 * @param key where it lies
 * @param bytes its size
 * @param sha256 of its bytes
 */
@Embeddable
public record StoredObject(String key, Long bytes, String sha256) {

  /** The reference as columns. */
  public static StoredObject of(ObjectRef ref) {
    return new StoredObject(ref.key(), ref.bytes(), ref.sha256());
  }

  /** The columns as a reference. */
  public ObjectRef ref() {
    return new ObjectRef(key, bytes, sha256);
  }
}
