package dev.likeness.platform.key;

import dev.likeness.privacy.key.FileKeyEncryptionKey;
import dev.likeness.privacy.key.KeyEncryptionKey;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the setting {@code likeness.kek}. */
public final class KeyEncryptionKeys {

  private static final String FILE = "file:";

  private KeyEncryptionKeys() {}

  /**
   * The key-encryption key that a setting names.
   *
   * @param setting {@code file:PATH}
   * @param inUse whether there are keys already that one has wrapped; a missing file is then a loss
   *     and no first start
   */
  public static KeyEncryptionKey of(String setting, boolean inUse) {
    if (!setting.startsWith(FILE)) {
      throw new IllegalArgumentException(
          "likeness.kek begins with another word than expected: file:PATH");
    }
    Path file = Path.of(setting.substring(FILE.length()));
    return inUse || Files.exists(file)
        ? FileKeyEncryptionKey.open(file)
        : FileKeyEncryptionKey.openOrCreate(file);
  }
}
