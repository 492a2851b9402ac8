package dev.likeness.privacy.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Key-encryption keys in a file that only its owner may read: a Tink keyset as JSON. The newest key
 * wraps; the older ones stay to unwrap what they wrapped. A process that meets a key which another
 * process added reads the file again.
 *
 * <p>Whoever has the file and the wrapped keys can read everything, unless a {@link KeySeal} lies
 * around what the file holds: keep its backup apart from both.
 */
public final class FileKeyEncryptionKey implements KeyEncryptionKey {

  private static final int PREFIX_BYTES = 5;

  /** Keys as they were read. */
  private record Keys(KeysetHandle handle, Aead aead) {

    static Keys of(KeysetHandle handle) {
      return new Keys(handle, Primitives.of(handle, Aead.class));
    }

    String primary() {
      return name(handle.getPrimary().getId());
    }

    boolean holds(int id) {
      for (int i = 0; i < handle.size(); i++) {
        if (handle.getAt(i).getId() == id) {
          return true;
        }
      }
      return false;
    }
  }

  private final Path file;
  private final KeySeal seal;
  private volatile Keys keys;

  private FileKeyEncryptionKey(Path file, KeySeal seal) {
    this.file = file;
    this.seal = seal;
    this.keys = read();
  }

  /**
   * The keys in a file; makes the file with a fresh key and mode 0600 when there is none. Of
   * several processes that do so at once, one makes it and the others use it.
   */
  public static FileKeyEncryptionKey openOrCreate(Path file) {
    return openOrCreate(file, KeySeal.NONE);
  }

  /** The same with a seal around what the file holds. */
  public static FileKeyEncryptionKey openOrCreate(Path file, KeySeal seal) {
    if (Files.notExists(file)) {
      create(file, seal);
    }
    return open(file, seal);
  }

  /**
   * The keys in a file.
   *
   * @throws KeyUnavailableException when it is not there, is none, or others may read it
   */
  public static FileKeyEncryptionKey open(Path file) {
    return open(file, KeySeal.NONE);
  }

  /** The same with a seal around what the file holds. */
  public static FileKeyEncryptionKey open(Path file, KeySeal seal) {
    return new FileKeyEncryptionKey(file, seal);
  }

  @Override
  public synchronized void rotate() {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(read().handle());
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      SecretFile.replace(file, seal.seal(text(builder.build())));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key file cannot be rotated", e);
    }
    keys = read();
  }

  @Override
  public String id() {
    return keys.primary();
  }

  @Override
  public byte[] encrypt(byte[] plain, byte[] associatedData) {
    try {
      return keys.aead().encrypt(plain, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be wrapped", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] cipher, byte[] associatedData) {
    int wanted = keyOf(cipher);
    if (!keys.holds(wanted)) {
      keys = read();
    }
    if (!keys.holds(wanted)) {
      throw KeyUnavailableException.unknownKek(name(wanted), "the file " + file.getFileName());
    }
    try {
      return keys.aead().decrypt(cipher, associatedData);
    } catch (GeneralSecurityException e) {
      throw KeyUnavailableException.refused();
    }
  }

  /** Tink's prefix: a version byte, then the id of the key. */
  private static int keyOf(byte[] cipher) {
    if (cipher.length < PREFIX_BYTES) {
      throw KeyUnavailableException.refused();
    }
    return ByteBuffer.wrap(cipher, 1, PREFIX_BYTES - 1).getInt();
  }

  private static String name(int id) {
    return "file:" + String.format("%08x", id);
  }

  private Keys read() {
    try {
      return Keys.of(
          TinkJsonProtoKeysetFormat.parseKeyset(
              seal.open(SecretFile.read(file)),
              RegistryConfiguration.get(),
              InsecureSecretKeyAccess.get()));
    } catch (NoSuchFileException e) {
      throw KeyUnavailableException.fileMissing(file.toString());
    } catch (GeneralSecurityException | IOException | IllegalStateException e) {
      throw KeyUnavailableException.fileDamaged(file.toString());
    }
  }

  private static void create(Path file, KeySeal seal) {
    try {
      String keys = text(Primitives.generate(PredefinedAeadParameters.AES256_GCM));
      SecretFile.create(file, seal.seal(keys));
    } catch (FileAlreadyExistsException another) {
      // Another process was first; its keys are as good.
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key file cannot be made", e);
    }
  }

  private static String text(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  @Override
  public String toString() {
    return "FileKeyEncryptionKey[" + id() + "]";
  }
}
