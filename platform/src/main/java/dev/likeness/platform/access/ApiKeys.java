package dev.likeness.platform.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.likeness.platform.store.FileObjectStore;
import dev.likeness.privacy.key.KeyEncryptionKey;
import dev.likeness.privacy.key.KeyUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API keys that administrators issued, as every process of the house sees them: one object for
 * each, {@code access/<tenant>/<id>}, so that a revocation holds everywhere with the next request.
 *
 * <p>A token is {@code lk_<id>_<secret>}; the secret has 256 random bits, so that a plain SHA-256
 * of it is as good as a slow hash. The record lies encrypted and authenticated under the
 * key-encryption key: who can write objects still cannot issue a key.
 *
 * <p><b>Thread-safe:</b> yes. <b>Cost:</b> one small read per request.
 */
public final class ApiKeys {

  private static final String FOLDER = "access/";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_CHARACTERS = 12;
  private static final int SECRET_BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("lk_([a-z2-7]{12})_([A-Za-z0-9_-]{43})");
  private static final Pattern ID = Pattern.compile("[a-z2-7]{12}");
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final FileObjectStore store;
  private final KeyEncryptionKey kek;
  private final Clock clock;

  private ApiKeys(FileObjectStore store, KeyEncryptionKey kek, Clock clock) {
    this.store = store;
    this.kek = kek;
    this.clock = clock;
  }

  /** The keys in a store. */
  public static ApiKeys of(FileObjectStore store, KeyEncryptionKey kek, Clock clock) {
    return new ApiKeys(store, kek, clock);
  }

  /** What lies in the store. */
  private record Kept(ApiKey key, byte[] hash) {}

  /**
   * A key that was just issued.
   *
   * @param key without its secret
   * @param token the only copy of the secret
   */
  public record Issued(ApiKey key, String token) {

    @Override
    public String toString() {
      return "Issued[" + key.id() + "]";
    }
  }

  /** Issues a key. */
  public Issued issue(
      String tenant, String name, Set<Role> roles, Instant expiresAt, String createdBy) {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiKey key = new ApiKey(freshId(random), name, roles, clock.instant(), createdBy, expiresAt);
    write(tenant, new Kept(key, hash(secret)));
    return new Issued(key, "lk_" + key.id() + "_" + secret);
  }

  /** The holder of a token; empty when it is none, was revoked or has expired. */
  public Optional<Caller> caller(String tenant, String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return read(tenant, matcher.group(1))
        .filter(kept -> MessageDigest.isEqual(kept.hash(), hash(matcher.group(2))))
        .map(Kept::key)
        .filter(key -> clock.instant().isBefore(key.expiresAt()))
        .map(key -> new Caller("key:" + key.id(), tenant, key.roles()));
  }

  /** Every key that was not revoked, from new to old. */
  public List<ApiKey> list(String tenant) {
    try {
      return store.keysBelow(FOLDER + tenant).stream()
          .map(path -> path.substring(path.lastIndexOf('/') + 1))
          .flatMap(id -> read(tenant, id).stream())
          .map(Kept::key)
          .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key that was not revoked. */
  public Optional<ApiKey> find(String tenant, String id) {
    return ID.matcher(id).matches() ? read(tenant, id).map(Kept::key) : Optional.empty();
  }

  /** Refuses a key from now on. */
  public void revoke(String tenant, String id) {
    try {
      store.delete(path(tenant, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String tenant, Kept kept) {
    try {
      byte[] clear = JSON.writeValueAsBytes(kept);
      byte[] sealed = kek.encrypt(clear, associatedData(tenant, kept.key().id()));
      store.put(path(tenant, kept.key().id()), out -> out.write(sealed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Kept> read(String tenant, String id) {
    try (InputStream in = store.open(path(tenant, id))) {
      byte[] clear = kek.decrypt(in.readAllBytes(), associatedData(tenant, id));
      return Optional.of(JSON.readValue(clear, Kept.class));
    } catch (NoSuchFileException | KeyUnavailableException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String freshId(SecureRandom random) {
    StringBuilder text = new StringBuilder(ID_CHARACTERS);
    while (text.length() < ID_CHARACTERS) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static byte[] hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("likeness api key".getBytes(StandardCharsets.UTF_8));
      return digest.digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] associatedData(String tenant, String id) {
    return ("likeness api key " + tenant + " " + id).getBytes(StandardCharsets.UTF_8);
  }

  private static String path(String tenant, String id) {
    return FOLDER + tenant + "/" + id;
  }
}
