package dev.likeness.privacy.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyTest {

  private static final KeyScope SCOPE = KeyScope.dataset("acme", "d-1");
  private static final byte[] AAD = SCOPE.associatedData("test");
  private static final byte[] PLAIN = "Ann Example".getBytes(UTF_8);

  @TempDir private Path folder;
  private KeyEncryptionKey kek;

  @BeforeEach
  void openKek() {
    kek = FileKeyEncryptionKey.openOrCreate(folder.resolve("kek.json"));
  }

  @Test
  void comesBackTheSameFromItsWrappedForm() throws GeneralSecurityException {
    DataKey key = DataKey.generate(SCOPE);
    DataKey again = DataKey.unwrap(key.wrapped(kek), SCOPE, kek);

    assertThat(again.id()).isEqualTo(key.id()).matches("[a-z2-7]{8}");
    assertThat(again.subkey("fpe:email", 32)).isEqualTo(key.subkey("fpe:email", 32));
    byte[] token = key.deterministic().encryptDeterministically(PLAIN, AAD);
    assertThat(again.deterministic().decryptDeterministically(token, AAD)).isEqualTo(PLAIN);
    assertThat(again.randomised().decrypt(key.randomised().encrypt(PLAIN, AAD), AAD))
        .isEqualTo(PLAIN);
  }

  @Test
  void givesEachPurposeItsOwnSubkey() {
    DataKey key = DataKey.generate(SCOPE);

    assertThat(key.subkey("a", 32)).hasSize(32).isEqualTo(key.subkey("a", 32));
    assertThat(key.subkey("b", 32)).isNotEqualTo(key.subkey("a", 32));
    assertThat(DataKey.generate(SCOPE).subkey("a", 32)).isNotEqualTo(key.subkey("a", 32));
    assertThatThrownBy(() -> key.subkey("a", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> key.subkey("a", 8161)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsAnObjectFromAnyOffset() throws Exception {
    DataKey key = DataKey.generate(SCOPE);
    byte[] plain = new byte[200_001];
    IntStream.range(0, plain.length).forEach(i -> plain[i] = (byte) (i * 31));
    ByteArrayOutputStream cipher = new ByteArrayOutputStream();
    try (OutputStream out = key.streaming().newEncryptingStream(cipher, AAD)) {
      out.write(plain);
    }

    try (InputStream in =
        key.streaming().newDecryptingStream(new ByteArrayInputStream(cipher.toByteArray()), AAD)) {
      assertThat(in.readAllBytes()).isEqualTo(plain);
    }
    Path file = Files.write(folder.resolve("object"), cipher.toByteArray());
    try (SeekableByteChannel channel =
        key.streaming().newSeekableDecryptingChannel(Files.newByteChannel(file), AAD)) {
      channel.position(131_000);
      ByteBuffer part = ByteBuffer.allocate(1000);
      while (part.hasRemaining() && channel.read(part) >= 0) {}
      assertThat(part.array()).isEqualTo(Arrays.copyOfRange(plain, 131_000, 132_000));
    }
  }

  @Test
  void belongsToItsScopeOnly() {
    byte[] wrapped = DataKey.generate(SCOPE).wrapped(kek);

    for (KeyScope other :
        new KeyScope[] {
          KeyScope.dataset("acme", "d-2"),
          KeyScope.dataset("other", "d-1"),
          KeyScope.project("acme", "d-1")
        }) {
      assertUnavailable(() -> DataKey.unwrap(wrapped, other, kek), "key-damaged");
    }
  }

  @Test
  void noticesEveryChangedByte() {
    DataKey key = DataKey.generate(SCOPE);
    byte[] wrapped = key.wrapped(kek);
    int kekIdEnd = 4 + 2 + kek.id().length();

    for (int at = 0; at < wrapped.length; at++) {
      if (at >= 6 && at < kekIdEnd) {
        continue; // says which key wrapped it, for people and rotation; decryption does not use it
      }
      byte[] changed = wrapped.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> DataKey.unwrap(changed, SCOPE, kek))
          .as("byte %d of %d", at, wrapped.length)
          .isInstanceOf(KeyUnavailableException.class);
    }
  }

  @Test
  void noticesEveryTruncation() {
    byte[] wrapped = DataKey.generate(SCOPE).wrapped(kek);

    for (int length = 0; length < wrapped.length; length++) {
      byte[] shorter = Arrays.copyOf(wrapped, length);
      assertThatThrownBy(() -> DataKey.unwrap(shorter, SCOPE, kek))
          .isInstanceOf(KeyUnavailableException.class);
    }
  }

  @Test
  void saysWhichKeyEncryptionKeyIsMissing() {
    byte[] wrapped = DataKey.generate(SCOPE).wrapped(kek);
    KeyEncryptionKey another = FileKeyEncryptionKey.openOrCreate(folder.resolve("another.json"));

    assertThatThrownBy(() -> DataKey.unwrap(wrapped, SCOPE, another))
        .isInstanceOfSatisfying(
            KeyUnavailableException.class,
            e -> {
              assertThat(e.code()).isEqualTo("key-encryption-key-unknown");
              assertThat(e).hasMessageContaining(kek.id());
              assertThat(e.remedy()).isNotBlank();
            });
    assertThat(DataKey.wrappedBy(wrapped, SCOPE)).isEqualTo(kek.id());
  }

  @Test
  void neverShowsKeyMaterial() throws IOException {
    DataKey key = DataKey.generate(SCOPE);
    Set<String> shown = new HashSet<>(Set.of(key.toString(), kek.toString()));
    byte[] wrapped = key.wrapped(kek);
    for (byte[] bad : new byte[][] {Arrays.copyOf(wrapped, wrapped.length - 1), new byte[3]}) {
      try {
        DataKey.unwrap(bad, SCOPE, kek);
      } catch (KeyUnavailableException e) {
        shown.add(e.getMessage() + e.remedy());
        assertThat(e.getCause()).isNull();
      }
    }
    Path damaged = folder.resolve("damaged.json");
    String secret = Files.readString(folder.resolve("kek.json")).replace('}', ' ');
    Files.copy(folder.resolve("kek.json"), damaged);
    Files.writeString(damaged, secret);
    FileModes.restrict(damaged);
    try {
      FileKeyEncryptionKey.open(damaged);
    } catch (KeyUnavailableException e) {
      shown.add(e.getMessage() + e.remedy());
      assertThat(e.getCause()).isNull();
    }
    String value = secret.replaceAll("(?s).*\"value\": ?\"([^\"]+)\".*", "$1");
    assertThat(value).hasSizeGreaterThan(20).doesNotContain("\"");
    assertThat(shown).hasSize(5).noneMatch(text -> text.contains(value));
  }

  static void assertUnavailable(Runnable act, String code) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            KeyUnavailableException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
