package dev.likeness.privacy.key;

import static dev.likeness.privacy.key.DataKeyTest.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyEncryptionKeyTest {

  private static final KeyScope SCOPE = KeyScope.dataset("acme", "d-1");

  @TempDir private Path folder;

  @Test
  void isMadeOnceForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("new/kek.json");

    String id = FileKeyEncryptionKey.openOrCreate(file).id();

    assertThat(FileModes.of(file)).isEqualTo("rw-------");
    assertThat(FileKeyEncryptionKey.openOrCreate(file).id()).isEqualTo(id);
    try (Stream<Path> beside = Files.list(folder.resolve("new"))) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void isTheSameForAllWhoMakeItAtOnce() throws Exception {
    Path file = folder.resolve("kek.json");
    Callable<String> make = () -> FileKeyEncryptionKey.openOrCreate(file).id();
    List<String> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> made : threads.invokeAll(java.util.Collections.nCopies(16, make))) {
        ids.add(made.get());
      }
    }

    assertThat(ids).containsOnly(FileKeyEncryptionKey.open(file).id());
  }

  @Test
  void unwrapsAfterRotationWhatItWrappedBefore() {
    Path file = folder.resolve("kek.json");
    FileKeyEncryptionKey before = FileKeyEncryptionKey.openOrCreate(file);
    DataKey key = DataKey.generate(SCOPE);
    byte[] old = key.wrapped(before);

    FileKeyEncryptionKey after = rotated(file);
    byte[] rewrapped = DataKey.unwrap(old, SCOPE, after).wrapped(after);

    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(DataKey.wrappedBy(rewrapped, SCOPE)).isEqualTo(after.id());
    assertThat(DataKey.unwrap(rewrapped, SCOPE, after).subkey("a", 32))
        .isEqualTo(key.subkey("a", 32));
  }

  @Test
  void noticesThatAnotherProcessRotatedTheFile() {
    Path file = folder.resolve("kek.json");
    FileKeyEncryptionKey here = FileKeyEncryptionKey.openOrCreate(file);
    FileKeyEncryptionKey there = rotated(file);
    byte[] wrapped = DataKey.generate(SCOPE).wrapped(there);

    assertThat(DataKey.unwrap(wrapped, SCOPE, here).scope()).isEqualTo(SCOPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw----r--", "rw--w----", "rw-rw----", "rwxrwxrwx"})
  void refusesAFileThatOthersMayUse(String mode) throws IOException {
    Path file = folder.resolve("kek.json");
    FileKeyEncryptionKey.openOrCreate(file);
    FileModes.set(file, mode);

    assertUnavailable(() -> FileKeyEncryptionKey.open(file), "key-file-open-to-others");
  }

  @Test
  void saysThatTheFileIsMissing() {
    assertUnavailable(
        () -> FileKeyEncryptionKey.open(folder.resolve("none.json")), "key-file-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "{\"primaryKeyId\": 1}", "secret"})
  void saysThatTheFileIsDamaged(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("kek.json"), text);
    FileModes.restrict(file);

    assertUnavailable(() -> FileKeyEncryptionKey.open(file), "key-file-damaged");
  }

  private static FileKeyEncryptionKey rotated(Path file) {
    FileKeyEncryptionKey kek = FileKeyEncryptionKey.open(file);
    kek.rotate();
    return kek;
  }
}
