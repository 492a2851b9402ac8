package dev.likeness.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.problem.ProblemException;
import dev.likeness.privacy.key.FileKeyEncryptionKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.key.KeyUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedObjectStoreTest {

  private static final KeyScope SCOPE = KeyScope.dataset("acme", "d1");
  private static final String KEY = "datasets/acme/d1/1/canonical.parquet";

  /** SHA-256 of "abc", FIPS 180-2 appendix B.1. */
  private static final String SHA_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path root;
  private FileObjectStore raw;
  private DataKeys keys;
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    raw = FileObjectStore.below(root);
    keys = DataKeys.of(raw, FileKeyEncryptionKey.openOrCreate(root.resolve("kek.json")));
    store = EncryptedObjectStore.over(raw, keys);
    keys.create(SCOPE);
  }

  @AfterEach
  void close() throws IOException {
    raw.close();
  }

  @Test
  void tellsSizeAndHashOfTheClearBytesAndStoresOthers() throws IOException {
    ObjectRef ref = put(KEY, "abc".getBytes(UTF_8));

    assertThat(ref).isEqualTo(new ObjectRef(KEY, 3, SHA_ABC));
    assertThat(read(KEY)).isEqualTo("abc".getBytes(UTF_8));
    byte[] stored = Files.readAllBytes(file(KEY));
    assertThat(new String(stored, 0, 12, UTF_8)).isEqualTo("LKO1" + keys.of(SCOPE).id());
    assertThat(new String(stored, UTF_8)).doesNotContain("abc");
  }

  @Test
  void readsFromAnyOffset() throws IOException {
    byte[] clear = new byte[300_000];
    IntStream.range(0, clear.length).forEach(i -> clear[i] = (byte) (i * 7));
    ObjectRef ref = put(KEY, clear);

    for (int offset : new int[] {0, 1, 65_000, 131_072, 299_999}) {
      try (SeekableByteChannel channel = store.channel(ref).position(offset)) {
        ByteBuffer part = ByteBuffer.allocate(Math.min(1000, clear.length - offset));
        while (part.hasRemaining() && channel.read(part) >= 0) {
          // until the part is full
        }
        assertThat(part.array())
            .isEqualTo(Arrays.copyOfRange(clear, offset, offset + part.capacity()));
      }
    }
  }

  @Test
  void givesADecryptedCopyInAPrivateFolderAndTakesItAway() throws IOException {
    ObjectRef ref = put(KEY, "abc".getBytes(UTF_8));
    Path copy;
    try (LocalObject local = store.local(ref)) {
      copy = local.path();
      assertThat(copy).hasContent("abc").startsWith(root.resolve("scratch"));
    }
    assertThat(copy).doesNotExist();
  }

  @Test
  void movesAFileIn() throws IOException {
    Path file = Files.writeString(root.resolve("made"), "abc");

    assertThat(store.adopt(KEY, file)).isEqualTo(new ObjectRef(KEY, 3, SHA_ABC));
    assertThat(file).doesNotExist();
    assertThat(read(KEY)).isEqualTo("abc".getBytes(UTF_8));
  }

  @Test
  void refusesAnObjectInThePlaceOfAnother() throws IOException {
    put(KEY, "abc".getBytes(UTF_8));
    String other = "datasets/acme/d1/1/reading.json";
    put(other, "xyz".getBytes(UTF_8));

    Files.copy(file(KEY), file(other), StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsDamagedAnywhere() throws IOException {
    byte[] clear = new byte[70_000];
    ObjectRef ref = put(KEY, clear);
    byte[] stored = Files.readAllBytes(file(KEY));

    for (int at : new int[] {0, 4, 12, 20, 60_000, stored.length - 1}) {
      byte[] damaged = stored.clone();
      damaged[at] ^= 1;
      Files.write(file(KEY), damaged);
      assertThatThrownBy(() -> read(KEY)).as("byte %d", at).isInstanceOf(Exception.class);
      assertThatThrownBy(() -> store.local(ref)).as("byte %d", at).isInstanceOf(Exception.class);
    }
    for (int length : new int[] {0, 5, 11, 12, 40, 65_536, stored.length - 1}) {
      Files.write(file(KEY), Arrays.copyOf(stored, length));
      assertThatThrownBy(() -> read(KEY)).as("length %d", length).isInstanceOf(Exception.class);
    }
  }

  @Test
  void neverReadsAClearObject() throws IOException {
    put(KEY, "abc".getBytes(UTF_8));
    Files.writeString(file(KEY), "clear text that somebody put here");

    assertThatThrownBy(() -> read(KEY))
        .isInstanceOf(ProblemException.class)
        .hasMessage("stored-in-the-clear");
    assertThatThrownBy(() -> read("acme/datasets/d1/jobs/j1/synthetic-1.csv"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("stored-in-the-clear");
  }

  @Test
  void keepsNothingReadableOnceTheKeyIsDestroyed() throws IOException {
    ObjectRef ref = put(KEY, "abc".getBytes(UTF_8));

    keys.destroy(SCOPE);

    assertMissing(() -> read(KEY));
    assertMissing(() -> store.channel(ref));
    assertMissing(() -> store.local(ref));
    assertMissing(() -> put(KEY, new byte[1]));
    assertThat(keys.exists(SCOPE)).isFalse();
  }

  @Test
  void noticesThatAnotherProcessDestroyedTheKey() throws IOException {
    put(KEY, "abc".getBytes(UTF_8));
    DataKeys elsewhere =
        DataKeys.of(raw, FileKeyEncryptionKey.openOrCreate(root.resolve("kek.json")));

    elsewhere.destroy(SCOPE);

    assertMissing(() -> read(KEY));
  }

  @Test
  void readsAfterRotationWhatItWroteBefore() throws IOException {
    put(KEY, "abc".getBytes(UTF_8));
    byte[] stored = Files.readAllBytes(file(KEY));
    DataKeys elsewhere = DataKeys.of(raw, FileKeyEncryptionKey.open(root.resolve("kek.json")));

    assertThat(elsewhere.rotate()).isEqualTo(1);
    assertThat(elsewhere.rewrap()).isZero();

    assertThat(file(KEY)).hasBinaryContent(stored);
    assertThat(read(KEY)).isEqualTo("abc".getBytes(UTF_8));
  }

  @Test
  void keepsKeysOfProjectsApartFromThoseOfDatasets() {
    assertThat(keys.ofProject("acme", "d1").id()).isNotEqualTo(keys.of(SCOPE).id());
    assertThat(keys.ofProject("acme", "d1").id()).isEqualTo(keys.ofProject("acme", "d1").id());
  }

  @Test
  void saysThatAnObjectIsMissing() {
    assertThatThrownBy(() -> read(KEY)).isInstanceOf(NoSuchFileException.class);
  }

  private static void assertMissing(ThrowingCallable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.code()).isEqualTo("key-missing"));
  }

  @FunctionalInterface
  private interface ThrowingCallable {
    void run() throws IOException;
  }

  private ObjectRef put(String key, byte[] clear) throws IOException {
    return store.put(key, out -> out.write(clear));
  }

  private byte[] read(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      return in.readAllBytes();
    }
  }

  private Path file(String key) {
    return root.resolve("objects").resolve(key);
  }
}
