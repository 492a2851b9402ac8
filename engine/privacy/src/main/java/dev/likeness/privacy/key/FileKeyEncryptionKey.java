package dev.likeness.privacy.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;

/**
 * Key-encryption keys in a file that only its owner may read: a Tink keyset as JSON. The newest key
 * wraps; the older ones stay to unwrap what they wrapped. A process that meets a key which another
 * process added reads the file again.
 *
 * <p>Whoever has the file and the wrapped keys can read everything: keep its backup apart from
 * both.
 */
public final class FileKeyEncryptionKey implements KeyEncryptionKey {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> TOO_MUCH =
      PosixFilePermissions.fromString("---rwxrwx");
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
  private volatile Keys keys;

  private FileKeyEncryptionKey(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * The keys in a file; makes the file with a fresh key and mode 0600 when there is none. Of
   * several processes that do so at once, one makes it and the others use it.
   */
  public static FileKeyEncryptionKey openOrCreate(Path file) {
    if (Files.notExists(file)) {
      create(file);
    }
    return open(file);
  }

  /**
   * The keys in a file.
   *
   * @throws KeyUnavailableException when it is not there, is none, or others may read it
   */
  public static FileKeyEncryptionKey open(Path file) {
    return new FileKeyEncryptionKey(file, read(file));
  }

  /**
   * Adds a fresh key, which wraps from now on.
   *
   * @return the keys with the new one first
   */
  public static FileKeyEncryptionKey rotate(Path file) {
    FileKeyEncryptionKey before = open(file);
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(before.keys.handle());
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      write(file, builder.build(), true);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key file cannot be rotated", e);
    }
    return open(file);
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
      keys = read(file);
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

  private static Keys read(Path file) {
    try {
      refuseOpenToOthers(file);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return Keys.of(
          TinkJsonProtoKeysetFormat.parseKeyset(
              text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    } catch (NoSuchFileException e) {
      throw KeyUnavailableException.fileMissing(file.toString());
    } catch (GeneralSecurityException | IOException | IllegalStateException e) {
      throw KeyUnavailableException.fileDamaged(file.toString());
    }
  }

  private static void refuseOpenToOthers(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> mode = new HashSet<>(Files.getPosixFilePermissions(file));
    String text = PosixFilePermissions.toString(mode);
    mode.retainAll(TOO_MUCH);
    mode.remove(PosixFilePermission.GROUP_READ);
    if (!mode.isEmpty()) {
      throw KeyUnavailableException.fileOpenToOthers(file.toString(), text);
    }
  }

  private static void create(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling("."));
      write(file, Primitives.generate(PredefinedAeadParameters.AES256_GCM), false);
    } catch (FileAlreadyExistsException another) {
      // Another process was first; its keys are as good.
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key file cannot be made", e);
    }
  }

  /** Writes beside and moves, so that nobody ever reads half a file. */
  private static void write(Path file, KeysetHandle keys, boolean replace)
      throws IOException, GeneralSecurityException {
    String text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    Path draft = draftBeside(file);
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      if (replace) {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        publishIfAbsent(draft, file);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void publishIfAbsent(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file);
    }
  }

  private static Path draftBeside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().resolveSibling(".").normalize();
    return isPosix(folder)
        ? Files.createTempFile(folder, ".key-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER))
        : Files.createTempFile(folder, ".key-", ".tmp");
  }

  private static boolean isPosix(Path path) {
    try {
      return Files.getFileStore(path).supportsFileAttributeView("posix");
    } catch (NoSuchFileException e) {
      throw KeyUnavailableException.fileMissing(path.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "FileKeyEncryptionKey[" + id() + "]";
  }
}
