package dev.likeness.privacy.key;

import static dev.likeness.privacy.key.DataKeyTest.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CommandSealTest {

  private static final KeyScope SCOPE = KeyScope.dataset("acme", "d-1");

  @TempDir private Path folder;

  private CommandSeal program(String body) throws IOException {
    Path program = Files.writeString(folder.resolve("seal"), "#!/bin/sh\n" + body + "\n");
    FileModes.set(program, "rwx------");
    return CommandSeal.of(program);
  }

  /** Public-key encryption by OpenSSL: what a smart card or a key server does, without one. */
  private CommandSeal openssl() throws Exception {
    String make =
        "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=kek -keyout key.pem -out cert.pem";
    Process made =
        new ProcessBuilder("sh", "-c", make + " 2>made.txt").directory(folder.toFile()).start();
    boolean there = made.waitFor() == 0;
    if (!there) {
      System.out.println("SKIPPED: no OpenSSL on this machine, no key file was sealed by it");
    }
    Assumptions.assumeTrue(there, "OpenSSL is installed");
    return program(
        """
        cd "$(dirname "$0")" || exit 1
        case $1 in
          seal) openssl cms -encrypt -aes256 -binary -outform PEM cert.pem ;;
          open) openssl cms -decrypt -inform PEM -inkey key.pem 2>/dev/null ;;
        esac
        """);
  }

  @Test
  void keepsTheKeysFromWhoeverHasTheFile() throws Exception {
    CommandSeal seal = openssl();
    Path file = folder.resolve("kek.sealed");
    FileKeyEncryptionKey kek = FileKeyEncryptionKey.openOrCreate(file, seal);
    DataKey key = DataKey.generate(SCOPE);
    byte[] wrapped = key.wrapped(kek);

    FileKeyEncryptionKey again = FileKeyEncryptionKey.open(file, seal);

    assertThat(FileModes.of(file)).isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("-----BEGIN CMS").doesNotContain("primaryKeyId");
    assertThat(DataKey.unwrap(wrapped, SCOPE, again).subkey("a", 32))
        .isEqualTo(key.subkey("a", 32));
    assertUnavailable(() -> FileKeyEncryptionKey.open(file), "key-file-damaged");
  }

  @Test
  void sealsWhatARotationAdds() throws Exception {
    CommandSeal seal = openssl();
    Path file = folder.resolve("kek.sealed");
    FileKeyEncryptionKey kek = FileKeyEncryptionKey.openOrCreate(file, seal);
    byte[] old = DataKey.generate(SCOPE).wrapped(kek);

    kek.rotate();

    assertThat(Files.readString(file)).startsWith("-----BEGIN CMS");
    FileKeyEncryptionKey again = FileKeyEncryptionKey.open(file, seal);
    assertThat(again.id()).isEqualTo(kek.id()).isNotEqualTo(DataKey.wrappedBy(old, SCOPE));
    assertThat(DataKey.unwrap(old, SCOPE, again).scope()).isEqualTo(SCOPE);
  }

  @Test
  void saysThatTheProgramFailed() throws Exception {
    Path file = folder.resolve("kek.sealed");
    FileKeyEncryptionKey.openOrCreate(file, program("cat"));

    for (String wrong : new String[] {"exit 3", "echo '*'", "exec 1>&-; exit 1"}) {
      CommandSeal seal = program(wrong);
      assertUnavailable(() -> FileKeyEncryptionKey.open(file, seal), "key-command-failed");
    }
    assertUnavailable(
        () -> FileKeyEncryptionKey.open(file, CommandSeal.of(folder.resolve("none"))),
        "key-command-failed");
    assertThat(FileKeyEncryptionKey.open(file, program("cat")).id()).startsWith("file:");
  }

  @Test
  void doesNotWaitForeverAndLeavesNoFileBehind() throws Exception {
    CommandSeal seal = program("exec sleep 600").within(Duration.ofMillis(200));

    assertUnavailable(
        () -> FileKeyEncryptionKey.openOrCreate(folder.resolve("kek.sealed"), seal),
        "key-command-failed");

    assertThat(folder.resolve("kek.sealed")).doesNotExist();
  }
}
