package dev.likeness.privacy.key;

/**
 * What wraps data keys: a file, or a key server that never gives its key away. Implementations are
 * safe for use by several threads.
 */
public interface KeyEncryptionKey {

  /** Public name of the key that {@link #encrypt} uses now; changes with rotation. */
  String id();

  /** Encrypts a data key, bound to associated data. */
  byte[] encrypt(byte[] plain, byte[] associatedData);

  /**
   * Makes a newer key, which encrypts from now on; what older ones encrypted stays readable.
   *
   * @throws UnsupportedOperationException when there is only ever one
   */
  default void rotate() {
    throw new UnsupportedOperationException("this key-encryption key has no successor");
  }

  /**
   * Decrypts what this key, or one that it followed, encrypted.
   *
   * @throws KeyUnavailableException when none of its keys did, or bytes or associated data differ
   */
  byte[] decrypt(byte[] cipher, byte[] associatedData);
}
