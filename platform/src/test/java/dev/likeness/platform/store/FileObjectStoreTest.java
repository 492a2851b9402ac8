package dev.likeness.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.contracts.ObjectRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileObjectStoreTest {

  /** SHA-256 of "abc", FIPS 180-2 appendix B.1. */
  private static final String SHA_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path root;
  private FileObjectStore store;

  @BeforeEach
  void open() throws IOException {
    store = FileObjectStore.below(root);
  }

  @Test
  void tellsSizeAndHashOfWhatWasWritten() throws IOException {
    ObjectRef ref = put("a/b", "abc");

    assertThat(ref).isEqualTo(new ObjectRef("a/b", 3, SHA_ABC));
    assertThat(read("a/b")).isEqualTo("abc");
  }

  @Test
  void showsNothingOfAnObjectWhoseWriterFailed() {
    assertThatThrownBy(
            () ->
                store.put(
                    "a/b",
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(store.exists("a/b")).isFalse();
    assertThat(files()).isEmpty();
  }

  @Test
  void showsNothingOfAnObjectThatIsStillBeingWritten() throws IOException {
    store.put(
        "a/b",
        out -> {
          out.write(new byte[1 << 20]);
          out.flush();
          assertThat(store.exists("a/b")).isFalse();
        });

    assertThat(store.exists("a/b")).isTrue();
  }

  @Test
  void keepsTheOldObjectWhenItsReplacementFails() throws IOException {
    put("a/b", "abc");

    assertThatThrownBy(
            () ->
                store.put(
                    "a/b",
                    out -> {
                      out.write('x');
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(read("a/b")).isEqualTo("abc");
  }

  @Test
  void adoptsAFileAndLeavesNoneBehind() throws IOException {
    ObjectRef ref;
    try (Scratch scratch = store.scratch()) {
      Path file = Files.writeString(scratch.file("x"), "abc");
      ref = store.adopt("a/b", file);
      assertThat(file).doesNotExist();
    }

    assertThat(ref).isEqualTo(new ObjectRef("a/b", 3, SHA_ABC));
    assertThat(read("a/b")).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "/etc/passwd",
        "a//b",
        "",
        "a/",
        "a\\..\\b",
        "a/.hidden",
        "a\u0000b",
        "a b",
        "a/%2e%2e/b",
        "C:/x",
        "~/x",
        "a/b/c/d/e/f/g/h/i"
      })
  void refusesKeysThatCouldLeadElsewhere(String key) {
    assertThatThrownBy(() -> put(key, "abc")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void givesAFileToReadersThatNeedOne() throws IOException {
    ObjectRef ref = put("a/b", "abc");

    try (LocalObject local = store.local(ref)) {
      assertThat(local.path()).hasContent("abc");
    }
    assertThat(store.exists("a/b")).isTrue();
  }

  @Test
  void refusesAnObjectOfAnotherSizeThanItsReference() throws IOException {
    put("a/b", "abc");

    assertThatThrownBy(() -> store.local(new ObjectRef("a/b", 4, SHA_ABC)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.local(new ObjectRef("a/c", 3, SHA_ABC)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void removesScratchWithAllThatIsInIt() throws IOException {
    Scratch scratch = store.scratch();
    Files.createDirectories(scratch.file("x/y"));
    Files.writeString(scratch.file("x/y/z"), "abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.folder())))
        .isEqualTo("rwx------");

    scratch.close();

    assertThat(scratch.folder()).doesNotExist();
  }

  @Test
  void removesAtTheStartWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectories(root.resolve("scratch/of-a-killed-process"));
    Files.writeString(left.resolve("canonical.parquet"), "abc");
    Files.writeString(root.resolve("scratch/of-a-killed-process.lock"), "");
    Path living = store.scratch().folder();

    FileObjectStore.below(root).close();

    assertThat(left).doesNotExist();
    assertThat(living).exists();
  }

  @Test
  void emptiesItsScratchAtTheEnd() throws IOException {
    Path scratch = store.scratch().file("half-done");
    Files.writeString(scratch, "abc");

    store.close();

    assertThat(scratch).doesNotExist();
    try (Stream<Path> left = Files.list(root.resolve("scratch"))) {
      assertThat(left).containsExactly(root.resolve("scratch/.door"));
    }
  }

  @Test
  void listsWhatLiesBelowAFolder() throws IOException {
    put("a/b/c", "abc");
    put("a/d", "abc");
    put("e", "abc");

    assertThat(store.keysBelow("a")).containsExactlyInAnyOrder("a/b/c", "a/d");
    assertThat(store.keysBelow("none")).isEmpty();
  }

  private ObjectRef put(String key, String text) throws IOException {
    return store.put(key, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String read(String key) throws IOException {
    try (var in = store.open(key)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private boolean isLock(Path path) {
    return path.startsWith(root.resolve("scratch"))
        && (path.endsWith(".door") || path.toString().endsWith(".lock") && Files.exists(path));
  }

  private List<Path> files() {
    try (Stream<Path> below = Files.walk(root)) {
      return below.filter(Files::isRegularFile).filter(path -> !isLock(path)).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
