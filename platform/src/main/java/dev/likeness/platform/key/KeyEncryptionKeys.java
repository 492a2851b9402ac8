package dev.likeness.platform.key;

import dev.likeness.privacy.key.CommandSeal;
import dev.likeness.privacy.key.FileKeyEncryptionKey;
import dev.likeness.privacy.key.KeyEncryptionKey;
import dev.likeness.privacy.key.KeySeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the settings {@code likeness.kek} and {@code likeness.kek-command}. */
public final class KeyEncryptionKeys {

  private static final String FILE = "file:";

  private KeyEncryptionKeys() {}

  /**
   * The key-encryption key that the settings name.
   *
   * @param setting {@code file:PATH}
   * @param command program that seals and opens the file, such as the client of a key server
   * @param inUse whether there are keys already that one has wrapped; a missing file is then a loss
   *     and no first start
   */
  public static KeyEncryptionKey of(String setting, Optional<Path> command, boolean inUse) {
    if (!setting.startsWith(FILE)) {
      throw new IllegalArgumentException(
          "likeness.kek begins with another word than expected: file:PATH");
    }
    KeySeal seal = command.map(program -> (KeySeal) CommandSeal.of(program)).orElse(KeySeal.NONE);
    Path file = Path.of(setting.substring(FILE.length()));
    return inUse || Files.exists(file)
        ? FileKeyEncryptionKey.open(file, seal)
        : FileKeyEncryptionKey.openOrCreate(file, seal);
  }
}
