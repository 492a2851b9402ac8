package dev.likeness.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/**
 * Which version of a dataset's profile people have seen or asked for, beside the profiles
 * themselves. Events tell it too, a moment later: whoever masked a column and asks for a copy in
 * the same breath must not get one by the older profile.
 */
public final class ProfileMark {

  private static final String NAME = "profile-version";
  private static final int MOST_DIGITS = 10;

  private ProfileMark() {}

  /** Writes the version down; the caller sees to it that it never goes back. */
  public static void put(ObjectStore store, String tenant, UUID dataset, int version) {
    try {
      byte[] digits = Integer.toString(version).getBytes(StandardCharsets.US_ASCII);
      store.put(key(tenant, dataset), out -> out.write(digits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version that was written down last; 0 where none was. */
  public static int read(ObjectStore store, String tenant, UUID dataset) {
    String key = key(tenant, dataset);
    if (!store.exists(key)) {
      return 0;
    }
    try (InputStream in = store.open(key)) {
      return Integer.parseInt(new String(in.readNBytes(MOST_DIGITS), StandardCharsets.US_ASCII));
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String tenant, UUID dataset) {
    return EncryptedObjectStore.folder(tenant, dataset) + "/" + NAME;
  }
}
