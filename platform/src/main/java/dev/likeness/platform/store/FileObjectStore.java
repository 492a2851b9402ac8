package dev.likeness.platform.store;

import dev.likeness.contracts.ObjectRef;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects as files below a root folder: {@code <root>/objects/<key>}. Temporary files and scratch
 * folders lie beside, on the same file system, so that a rename publishes.
 */
public final class FileObjectStore implements ObjectStore, AutoCloseable {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
  private static final int MAX_SEGMENTS = 8;

  private final Path objects;
  private final Workspace workspace;

  private FileObjectStore(Path root, String process) throws IOException {
    this.objects = Files.createDirectories(root.resolve("objects"));
    this.workspace = Workspace.open(root.resolve("scratch"), process);
  }

  /** The store below a folder, which is made when it is not there. */
  public static FileObjectStore below(Path root) throws IOException {
    return below(root, UUID.randomUUID().toString());
  }

  /**
   * The same for a process with a name.
   *
   * @param process the name of its folder below {@code scratch}; no other process has it
   */
  public static FileObjectStore below(Path root, String process) throws IOException {
    return new FileObjectStore(root.toAbsolutePath().normalize(), process);
  }

  /** Removes what lies in this process's scratch folders. */
  @Override
  public void close() throws IOException {
    workspace.close();
  }

  @Override
  public ObjectRef put(String key, Writing writing) throws IOException {
    Path target = pathOf(key);
    Path draft = workspace.folder().resolve("put-" + UUID.randomUUID());
    try {
      ObjectRef ref = write(key, draft, writing);
      publish(draft, target);
      return ref;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public ObjectRef adopt(String key, Path file) throws IOException {
    Path target = pathOf(key);
    MessageDigest digest = sha256();
    long bytes = hash(file, digest);
    force(file);
    try {
      publish(file, target);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      ObjectRef copied = put(key, out -> Files.copy(file, out));
      Files.delete(file);
      return copied;
    }
    return new ObjectRef(key, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public InputStream open(String key) throws IOException {
    return Files.newInputStream(pathOf(key));
  }

  @Override
  public LocalObject local(ObjectRef ref) throws IOException {
    Path path = pathOf(ref.key());
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(ref.key());
    }
    if (Files.size(path) != ref.bytes()) {
      throw new FileSystemException(ref.key(), null, "size differs from the reference");
    }
    return new StoredFile(path);
  }

  @Override
  public SeekableByteChannel channel(ObjectRef ref) throws IOException {
    return Files.newByteChannel(pathOf(ref.key()));
  }

  @Override
  public List<String> keysBelow(String folder) throws IOException {
    Path below = pathOf(folder);
    if (Files.notExists(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> objects.relativize(file).toString().replace(File.separatorChar, '/'))
          .toList();
    }
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(pathOf(key));
  }

  @Override
  public void delete(String key) throws IOException {
    Path path = pathOf(key);
    if (Files.deleteIfExists(path)) {
      force(path.resolveSibling(".").normalize());
    }
  }

  @Override
  public Scratch scratch() throws IOException {
    return workspace.scratch();
  }

  private record StoredFile(Path path) implements LocalObject {
    @Override
    public void close() {}
  }

  private Path pathOf(String key) {
    String[] segments = key.split("/", -1);
    if (segments.length > MAX_SEGMENTS) {
      throw new IllegalArgumentException(
          "segments of an object key = " + segments.length + ", expected <= " + MAX_SEGMENTS);
    }
    Path path = objects;
    for (String segment : segments) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException(
            "object key has a segment of other characters than letters, digits, '.', '_', '-'");
      }
      path = path.resolve(segment);
    }
    return path;
  }

  private static ObjectRef write(String key, Path draft, Writing writing) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out =
          new BufferedOutputStream(
              new DigestOutputStream(new Unclosed(Channels.newOutputStream(channel)), digest),
              1 << 16);
      writing.to(out);
      out.flush();
      channel.force(true);
      return new ObjectRef(key, channel.size(), HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static long hash(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
      return bytes;
    }
  }

  private void publish(Path draft, Path target) throws IOException {
    Path folder = target.resolveSibling(".").normalize();
    Files.createDirectories(folder);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    for (Path above = folder; above.startsWith(objects); above = above.resolve("..").normalize()) {
      force(above);
    }
  }

  /** Makes a file, or the names in a folder, survive a power cut. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
