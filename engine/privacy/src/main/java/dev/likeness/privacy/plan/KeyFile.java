package dev.likeness.privacy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyEncryptionKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.TableJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key in a file of its own, for people who mask tables without a server. Whoever has the
 * file can undo what was masked with it, so it is made with mode 0600 and refused with any other.
 *
 * @param key in the file
 * @param created whether the file was made just now
 */
public record KeyFile(DataKey key, boolean created) {

  private static final String TENANT = "local";
  private static final String ID = "key-file";

  /**
   * The key of a file; makes the file where there is none.
   *
   * @param file of the key
   * @param scope that a new key gets, and an old one must have
   * @throws InvalidPlanException when the file is no key file, has another scope, or others may
   *     read it
   */
  public static KeyFile openOrCreate(Path file, KeyScope scope) throws IOException {
    return Files.exists(file) ? open(file, scope) : create(file, scope);
  }

  /** The scope of keys whose values match under one name; without a name each table is its own. */
  public static KeyScope scope(java.util.Optional<String> project) {
    return project
        .map(name -> KeyScope.project(TENANT, name))
        .orElseGet(() -> KeyScope.dataset(TENANT, ID));
  }

  private static KeyFile create(Path file, KeyScope scope) throws IOException {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    DataKey key = DataKey.generate(scope);
    ObjectNode json = TableJson.mapper().createObjectNode();
    json.put("likeness_key_file", 1);
    json.set("scope", TableJson.mapper().valueToTree(scope));
    json.put("secret", Base64.getEncoder().encodeToString(secret));
    json.put("key", Base64.getEncoder().encodeToString(key.wrapped(new Secret(secret))));
    Files.createFile(file, ownerOnly(file));
    Files.writeString(file, json.toPrettyString() + "\n", StandardOpenOption.WRITE);
    return new KeyFile(key, true);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static KeyFile open(Path file, KeyScope scope) throws IOException {
    requireOwnerOnly(file);
    JsonNode json = json(file);
    KeyScope found = found(json);
    if (!found.equals(scope)) {
      throw refused("key file " + file + " is for " + named(found) + ", expected " + named(scope));
    }
    byte[] secret = Base64.getDecoder().decode(json.path("secret").asText());
    byte[] wrapped = Base64.getDecoder().decode(json.path("key").asText());
    return new KeyFile(DataKey.unwrap(wrapped, found, new Secret(secret)), false);
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      JsonNode json = TableJson.mapper().readTree(Files.readAllBytes(file));
      if (json.path("likeness_key_file").asInt() == 1) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw refused("key file " + file + " is not one, expected what mask made");
    }
    throw refused("key file " + file + " is not one, expected what mask made");
  }

  private static KeyScope found(JsonNode json) {
    try {
      return TableJson.mapper().treeToValue(json.path("scope"), KeyScope.class);
    } catch (JsonProcessingException e) {
      throw refused("key file has no scope, expected what mask made");
    }
  }

  private static String named(KeyScope scope) {
    return scope.kind() == KeyScope.Kind.PROJECT ? "project " + scope.id() : "no project";
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> others =
          java.util.EnumSet.copyOf(
              Arrays.asList(
                  PosixFilePermission.GROUP_READ,
                  PosixFilePermission.GROUP_WRITE,
                  PosixFilePermission.OTHERS_READ,
                  PosixFilePermission.OTHERS_WRITE));
      others.retainAll(Files.getPosixFilePermissions(file));
      if (!others.isEmpty()) {
        throw refused("key file " + file + " is open to others, expected mode 0600");
      }
    }
  }

  private static InvalidPlanException refused(String message) {
    return new InvalidPlanException("", message);
  }

  /** The key-encryption key that stands in the same file. */
  private static final class Secret implements KeyEncryptionKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;

    Secret(byte[] secret) {
      this.secret = secret;
    }

    @Override
    public String id() {
      return ID;
    }

    /** There is one key in the file, for as long as the file lasts. */
    @Override
    public void rotate() {
      throw new UnsupportedOperationException("a key file has one key; make another file");
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associatedData) {
      byte[] nonce = new byte[NONCE];
      new SecureRandom().nextBytes(nonce);
      byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, associatedData);
      byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE, sealed.length);
      return all;
    }

    @Override
    public byte[] decrypt(byte[] cipher, byte[] associatedData) {
      if (cipher.length < NONCE) {
        throw refused("key file is damaged, expected what mask made");
      }
      byte[] nonce = Arrays.copyOf(cipher, NONCE);
      return run(
          Cipher.DECRYPT_MODE,
          nonce,
          Arrays.copyOfRange(cipher, NONCE, cipher.length),
          associatedData);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, byte[] associatedData) {
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associatedData);
        return cipher.doFinal(text);
      } catch (GeneralSecurityException e) {
        throw refused("key file is damaged, expected what mask made");
      }
    }
  }
}
