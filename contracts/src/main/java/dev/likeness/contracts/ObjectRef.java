package dev.likeness.contracts;

/**
 * Names an object of the object store.
 *
 * @param key where it lies
 * @param bytes its size
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record ObjectRef(String key, long bytes, String sha256) {

  /** Checks what must be there. */
  public ObjectRef {
    Require.present(key, "key");
    Require.atLeast(bytes, 0, "bytes");
    Require.present(sha256, "sha256");
  }
}
