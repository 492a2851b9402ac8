package dev.likeness.platform.store;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.problem.Problems;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encrypts every object under the key of the dataset that its key names, as a whole.
 *
 * <p>Layout: {@code "LKO1" ‖ key id (8) ‖ streaming AES-256-GCM in segments of 64 KiB}. The
 * object's key is associated data, so that an object cannot be put in the place of another. An
 * object without this beginning is refused: what an earlier version stored in the clear stays
 * unreadable until its file is uploaded again, and nobody can slip a clear object under a dataset.
 */
public final class EncryptedObjectStore implements ObjectStore {

  private static final byte[] MAGIC = "LKO1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + 8;
  private static final int BUFFER = 1 << 16;
  private static final Pattern OF_DATASET =
      Pattern.compile("datasets/(?<tenant>[^/]+)/(?<dataset>[^/]+)/.+");
  private static final Pattern OF_EARLIER_VERSIONS =
      Pattern.compile("[^/]+/datasets/[^/]+/jobs/.+");

  private final ObjectStore raw;
  private final DataKeys keys;

  private EncryptedObjectStore(ObjectStore raw, DataKeys keys) {
    this.raw = raw;
    this.keys = keys;
  }

  /** Over a store of what is encrypted, with the keys of the datasets. */
  public static EncryptedObjectStore over(ObjectStore raw, DataKeys keys) {
    return new EncryptedObjectStore(raw, keys);
  }

  /** Folder of everything that belongs to a dataset, in the layout of keys. */
  public static String folder(String tenant, Object dataset) {
    return "datasets/" + tenant + "/" + dataset;
  }

  @Override
  public ObjectRef put(String key, Writing writing) throws IOException {
    DataKey dataKey = keys.of(scope(key));
    MessageDigest digest = sha256();
    long[] bytes = new long[1];
    raw.put(
        key,
        out -> {
          out.write(MAGIC);
          out.write(dataKey.id().getBytes(StandardCharsets.US_ASCII));
          try (Counted clear = new Counted(digested(encrypting(dataKey, key, out), digest))) {
            writing.to(clear);
            clear.flush();
            bytes[0] = clear.count();
          }
        });
    return new ObjectRef(key, bytes[0], HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public ObjectRef adopt(String key, Path file) throws IOException {
    ObjectRef ref = put(key, out -> Files.copy(file, out));
    Files.delete(file);
    return ref;
  }

  @Override
  public InputStream open(String key) throws IOException {
    DataKey dataKey = keys.of(scope(key));
    InputStream in = new BufferedInputStream(raw.open(key), BUFFER);
    try {
      checkHeader(key, in.readNBytes(HEADER_BYTES), dataKey);
      return dataKey.streaming().newDecryptingStream(in, associatedData(dataKey, key));
    } catch (GeneralSecurityException e) {
      in.close();
      throw damaged(key);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public SeekableByteChannel channel(ObjectRef ref) throws IOException {
    DataKey dataKey = keys.of(scope(ref.key()));
    SeekableByteChannel file = raw.channel(ref);
    try {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      while (header.hasRemaining() && file.read(header) >= 0) {
        // reads on until the header is whole
      }
      checkHeader(ref.key(), Arrays.copyOf(header.array(), header.position()), dataKey);
      return dataKey
          .streaming()
          .newSeekableDecryptingChannel(
              new ShiftedChannel(file, HEADER_BYTES), associatedData(dataKey, ref.key()));
    } catch (GeneralSecurityException e) {
      file.close();
      throw damaged(ref.key());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** A decrypted copy in a private folder that closing removes. */
  @Override
  public LocalObject local(ObjectRef ref) throws IOException {
    Scratch scratch = raw.scratch();
    try {
      Path copy = scratch.file(ref.key().substring(ref.key().lastIndexOf('/') + 1));
      try (InputStream in = open(ref.key())) {
        Files.copy(in, copy);
      }
      if (Files.size(copy) != ref.bytes()) {
        throw new FileSystemException(ref.key(), null, "size differs from the reference");
      }
      return new Decrypted(copy, scratch);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  @Override
  public List<String> keysBelow(String folder) throws IOException {
    return raw.keysBelow(folder);
  }

  @Override
  public boolean exists(String key) {
    return raw.exists(key);
  }

  @Override
  public void delete(String key) throws IOException {
    raw.delete(key);
  }

  @Override
  public Scratch scratch() throws IOException {
    return raw.scratch();
  }

  private record Decrypted(Path path, Scratch scratch) implements LocalObject {
    @Override
    public void close() {
      scratch.close();
    }
  }

  private static OutputStream encrypting(DataKey dataKey, String key, OutputStream out)
      throws IOException {
    try {
      return dataKey
          .streaming()
          .newEncryptingStream(new Unclosed(out), associatedData(dataKey, key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an object cannot be encrypted", e);
    }
  }

  private static OutputStream digested(OutputStream out, MessageDigest digest) {
    return new BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER);
  }

  private static void checkHeader(String key, byte[] header, DataKey dataKey) throws IOException {
    if (header.length < HEADER_BYTES
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw Problems.storedInTheClear().toException();
    }
    String id =
        new String(header, MAGIC.length, HEADER_BYTES - MAGIC.length, StandardCharsets.US_ASCII);
    if (!id.equals(dataKey.id())) {
      throw new FileSystemException(key, null, "was encrypted under another key of its dataset");
    }
  }

  private static byte[] associatedData(DataKey dataKey, String key) {
    return dataKey.scope().associatedData("object " + key);
  }

  private static FileSystemException damaged(String key) {
    return new FileSystemException(key, null, "cannot be decrypted: it is damaged or misplaced");
  }

  private static KeyScope scope(String key) {
    Matcher matcher = OF_DATASET.matcher(key);
    if (OF_EARLIER_VERSIONS.matcher(key).matches()) {
      throw Problems.storedInTheClear().toException();
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "object key belongs to no dataset, expected datasets/<tenant>/<dataset>/...");
    }
    return KeyScope.dataset(matcher.group("tenant"), matcher.group("dataset"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
