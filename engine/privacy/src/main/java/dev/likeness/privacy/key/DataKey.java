package dev.likeness.privacy.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of one scope, in memory: AES-SIV for tokens that match, AES-GCM for those that do not,
 * streaming AES-GCM for objects, and a pseudo-random function from which every other key comes.
 *
 * <p>At rest it is wrapped: a header that names the format, the key-encryption key and this key's
 * id, then the four keysets under the key-encryption key. Header and scope are its associated data,
 * so that a wrapped key cannot be moved to another scope or renamed.
 *
 * <p><b>Thread-safe</b>: yes. <b>Randomness</b>: keys and ids from the system's secure generator.
 */
public final class DataKey {

  private static final String MAGIC = "LKDK1";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_CHARACTERS = 8;
  private static final int LONGEST_KEYSET = 1 << 16;
  private static final int LONGEST_SUBKEY = 255 * 32;

  private final KeyScope scope;
  private final String id;
  private final List<KeysetHandle> keysets;
  private final DeterministicAead deterministic;
  private final Aead randomised;
  private final StreamingAead streaming;
  private final PrfSet subkeys;

  private DataKey(KeyScope scope, String id, List<KeysetHandle> keysets) {
    this.scope = scope;
    this.id = id;
    this.keysets = List.copyOf(keysets);
    this.deterministic = Primitives.of(keysets.get(0), DeterministicAead.class);
    this.randomised = Primitives.of(keysets.get(1), Aead.class);
    this.streaming = Primitives.of(keysets.get(2), StreamingAead.class);
    this.subkeys = Primitives.of(keysets.get(3), PrfSet.class);
  }

  /** A fresh key for a scope. */
  public static DataKey generate(KeyScope scope) {
    return new DataKey(
        scope,
        freshId(),
        List.of(
            Primitives.generate(PredefinedDeterministicAeadParameters.AES256_SIV),
            Primitives.generate(PredefinedAeadParameters.AES256_GCM),
            Primitives.generate(Primitives.streaming()),
            Primitives.generate(PredefinedPrfParameters.HKDF_SHA256)));
  }

  /** Whose data it encrypts. */
  public KeyScope scope() {
    return scope;
  }

  /** Short public id, eight characters of {@code a-z2-7}, that stands in each ciphertext. */
  public String id() {
    return id;
  }

  /**
   * A key for one purpose, the same for the same purpose: HKDF-SHA-256 of the purpose.
   *
   * @param purpose names the use and, where it matters, the column
   * @param bytes how many, 1 to 8160
   */
  public byte[] subkey(String purpose, int bytes) {
    if (bytes < 1 || bytes > LONGEST_SUBKEY) {
      throw new IllegalArgumentException(
          "bytes = " + bytes + ", expected in [1, " + LONGEST_SUBKEY + "]");
    }
    try {
      return subkeys.computePrimary(purpose.getBytes(StandardCharsets.UTF_8), bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no subkey of " + bytes + " bytes", e);
    }
  }

  /** AES-256-SIV: the same plain text and associated data give the same ciphertext. */
  public DeterministicAead deterministic() {
    return deterministic;
  }

  /** AES-256-GCM. */
  public Aead randomised() {
    return randomised;
  }

  /** AES-256-GCM in segments of 64 KiB, for objects of any size, readable from any offset. */
  public StreamingAead streaming() {
    return streaming;
  }

  /** The key at rest. */
  public byte[] wrapped(KeyEncryptionKey kek) {
    WrappedKey.Header header = new WrappedKey.Header(kek.id(), id);
    byte[] secret = kek.encrypt(serialised(), header.associatedData(scope));
    return new WrappedKey(header, secret).bytes();
  }

  /**
   * The key of a scope from its form at rest.
   *
   * @throws KeyUnavailableException when the bytes are damaged, belong to another scope, or were
   *     wrapped by a key-encryption key that is not there
   */
  public static DataKey unwrap(byte[] wrapped, KeyScope scope, KeyEncryptionKey kek) {
    WrappedKey read = WrappedKey.read(wrapped, scope);
    byte[] secret = kek.decrypt(read.secret(), read.header().associatedData(scope));
    try {
      return new DataKey(scope, read.header().keyId(), parsed(secret, scope));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** Which key-encryption key wrapped a key at rest; what rotation asks. */
  public static String wrappedBy(byte[] wrapped, KeyScope scope) {
    return WrappedKey.read(wrapped, scope).header().kekId();
  }

  @Override
  public String toString() {
    return "DataKey[" + scope + ", " + id + "]";
  }

  private static String freshId() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(ID_CHARACTERS);
    while (text.length() < ID_CHARACTERS) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private byte[] serialised() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      for (KeysetHandle keys : keysets) {
        byte[] one =
            TinkProtoKeysetFormat.serializeKeyset(
                keys, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        out.writeInt(one.length);
        out.write(one);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static List<KeysetHandle> parsed(byte[] secret, KeyScope scope) {
    List<KeysetHandle> keysets = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(secret))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw KeyUnavailableException.damaged(scope);
      }
      while (keysets.size() < 4) {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_KEYSET) {
          throw KeyUnavailableException.damaged(scope);
        }
        byte[] one = in.readNBytes(length);
        keysets.add(
            TinkProtoKeysetFormat.parseKeyset(
                one, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
      }
      return keysets;
    } catch (IOException | GeneralSecurityException e) {
      throw KeyUnavailableException.damaged(scope);
    }
  }
}
