package dev.likeness.platform.key;

import dev.likeness.platform.store.FileObjectStore;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyEncryptionKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.key.KeyUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of datasets and projects. Each is one wrapped object, {@code keys/<tenant>/<dataset>} or
 * {@code keys/<tenant>/projects/<project>}; without the object there is no key.
 *
 * <p><b>Thread-safe:</b> yes. <b>Cost:</b> one read of less than a kilobyte per use; unwrapping
 * only when the object has changed.
 */
public final class DataKeys {

  /** Where the objects lie; a backup of the other objects leaves this folder out. */
  public static final String FOLDER = "keys";

  private static final int MOST_REMEMBERED = 1000;

  private record Known(byte[] wrapped, DataKey key) {}

  private final FileObjectStore store;
  private final KeyEncryptionKey kek;
  private final Map<KeyScope, Known> known = new ConcurrentHashMap<>();

  private DataKeys(FileObjectStore store, KeyEncryptionKey kek) {
    this.store = store;
    this.kek = kek;
  }

  /** The keys in a store, under a key-encryption key. */
  public static DataKeys of(FileObjectStore store, KeyEncryptionKey kek) {
    return new DataKeys(store, kek);
  }

  /** Makes the key of a new dataset. */
  public DataKey create(KeyScope scope) {
    if (store.exists(path(scope))) {
      throw new IllegalStateException("there is a key of " + scope.id() + " already");
    }
    DataKey key = DataKey.generate(scope);
    put(key);
    return key;
  }

  /**
   * The key of a scope.
   *
   * @throws KeyUnavailableException {@code key-missing} when it was destroyed or never made
   */
  public DataKey of(KeyScope scope) {
    byte[] wrapped = read(scope).orElseThrow(() -> forget(scope));
    Known before = known.get(scope);
    if (before != null && Arrays.equals(before.wrapped(), wrapped)) {
      return before.key();
    }
    DataKey key = DataKey.unwrap(wrapped, scope, kek);
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(scope, new Known(wrapped, key));
    return key;
  }

  /** The key of a project, made when it is asked for the first time. */
  public synchronized DataKey ofProject(String tenant, String project) {
    KeyScope scope = KeyScope.project(tenant, project);
    return store.exists(path(scope)) ? of(scope) : create(scope);
  }

  /** Names of the projects of a tenant that have a key. */
  public List<String> projects(String tenant) {
    try {
      return store.keysBelow(FOLDER + "/" + tenant + "/projects").stream()
          .map(path -> path.substring(path.lastIndexOf('/') + 1))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a key of a scope. */
  public boolean exists(KeyScope scope) {
    return store.exists(path(scope));
  }

  /** Makes everything under a key unreadable, everywhere and for good. */
  public void destroy(KeyScope scope) {
    known.remove(scope);
    try {
      store.delete(path(scope));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key-encryption key that wraps new keys. */
  public KeyEncryptionKey kek() {
    return kek;
  }

  /** Makes a new key-encryption key and wraps every key again by it; how many there were. */
  public int rotate() {
    kek.rotate();
    return rewrap();
  }

  /**
   * Wraps every key again whose key-encryption key is not the newest; what the keys encrypted stays
   * as it is.
   *
   * @return how many were wrapped again
   */
  public int rewrap() {
    try {
      int count = 0;
      for (String path : store.keysBelow(FOLDER)) {
        count += rewrap(scope(path)) ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean rewrap(KeyScope scope) {
    Optional<byte[]> wrapped = read(scope);
    if (wrapped.isEmpty() || DataKey.wrappedBy(wrapped.get(), scope).equals(kek.id())) {
      return false;
    }
    put(DataKey.unwrap(wrapped.get(), scope, kek));
    return true;
  }

  private void put(DataKey key) {
    try {
      store.put(path(key.scope()), out -> out.write(key.wrapped(kek)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<byte[]> read(KeyScope scope) {
    try (InputStream in = store.open(path(scope))) {
      return Optional.of(in.readAllBytes());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyUnavailableException forget(KeyScope scope) {
    known.remove(scope);
    return KeyUnavailableException.missing(scope);
  }

  private static String path(KeyScope scope) {
    return switch (scope.kind()) {
      case DATASET -> FOLDER + "/" + scope.tenant() + "/" + scope.id();
      case PROJECT -> FOLDER + "/" + scope.tenant() + "/projects/" + scope.id();
    };
  }

  private static KeyScope scope(String path) {
    String[] segments = path.split("/", -1);
    return segments.length == 4
        ? KeyScope.project(segments[1], segments[3])
        : KeyScope.dataset(segments[1], segments[2]);
  }
}
