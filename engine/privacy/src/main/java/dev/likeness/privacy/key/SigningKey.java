package dev.likeness.privacy.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * An Ed25519 key that signs checkpoints of the audit log, in a file that only its owner may read:
 * the private and the public half as PEM. Anybody may have the public half, and should, before they
 * need it.
 */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int ID_CHARACTERS = 16;

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** The key in a file; makes it with mode 0600 when there is none. */
  public static SigningKey openOrCreate(Path file) {
    if (Files.notExists(file)) {
      create(file);
    }
    return open(file);
  }

  /** Short public name: the beginning of the SHA-256 of the public half. */
  public String id() {
    return id(publicKey);
  }

  /** Short public name of a public half. */
  public static String id(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash).substring(0, ID_CHARACTERS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** The public half as PEM. */
  public String publicPem() {
    return pem(PUBLIC, publicKey.getEncoded());
  }

  /**
   * Reads a public half.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static PublicKey readPublic(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(body(PUBLIC, pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the text is no Ed25519 public key in PEM");
    }
  }

  /** Signs bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checkpoint cannot be signed", e);
    }
  }

  /** Whether a key signed these bytes. */
  public static boolean verify(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }

  private static void create(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      String text =
          pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(PUBLIC, pair.getPublic().getEncoded());
      SecretFile.create(file, text);
    } catch (FileAlreadyExistsException another) {
      // Another process was first; its key is as good.
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the signing key cannot be made", e);
    }
  }

  private static SigningKey open(Path file) {
    try {
      String text = SecretFile.read(file);
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new SigningKey(
          keys.generatePrivate(new PKCS8EncodedKeySpec(body(PRIVATE, text))), readPublic(text));
    } catch (NoSuchFileException e) {
      throw KeyUnavailableException.fileMissing(file.toString());
    } catch (KeyUnavailableException e) {
      throw e;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw KeyUnavailableException.fileDamaged(file.toString());
    }
  }

  private static String pem(String kind, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }

  private static byte[] body(String kind, String text) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (line.equals("-----END " + kind + "-----")) {
        return Base64.getDecoder()
            .decode(String.join("", lines).getBytes(StandardCharsets.US_ASCII));
      }
      if (inside) {
        lines.add(line.strip());
      }
      inside |= line.equals("-----BEGIN " + kind + "-----");
    }
    throw new IllegalArgumentException("the text holds no " + kind + " in PEM");
  }
}
