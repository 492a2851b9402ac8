package dev.likeness.privacy.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A data key at rest: {@code magic ‖ id of the key-encryption key ‖ id of the data key ‖ secret}.
 *
 * @param header what may be read without a key
 * @param secret the keysets, encrypted
 */
record WrappedKey(Header header, byte[] secret) {

  private static final int MAGIC = 0x4c_4b_57_31; // LKW1
  private static final int LONGEST = 1 << 20;

  /**
   * What may be read without a key.
   *
   * @param kekId which key-encryption key wrapped it
   * @param keyId id of the data key
   */
  record Header(String kekId, String keyId) {

    /** The data key's id and scope; not the other id, as a rotated file decrypts older keys too. */
    byte[] associatedData(KeyScope scope) {
      return scope.associatedData("wrapped key " + keyId);
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(header.kekId());
      out.writeUTF(header.keyId());
      out.write(secret);
    } catch (IOException e) {
      throw new IllegalStateException("a wrapped key cannot be written", e);
    }
    return bytes.toByteArray();
  }

  static WrappedKey read(byte[] bytes, KeyScope scope) {
    if (bytes.length > LONGEST) {
      throw KeyUnavailableException.damaged(scope);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw KeyUnavailableException.damaged(scope);
      }
      return new WrappedKey(new Header(in.readUTF(), in.readUTF()), in.readAllBytes());
    } catch (IOException e) {
      throw KeyUnavailableException.damaged(scope);
    }
  }
}
