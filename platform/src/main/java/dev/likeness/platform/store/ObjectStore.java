package dev.likeness.platform.store;

import dev.likeness.contracts.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Where objects lie.
 *
 * <ol>
 *   <li>{@link #put} and {@link #adopt} are atomic: until they return, nothing is visible under the
 *       key; after that, all of it is, on stable storage.
 *   <li>Putting a key again replaces the object atomically; readers see the old or the new bytes.
 *   <li>A key is one to eight segments of letters, digits, {@code .}, {@code _} and {@code -}
 *       joined by {@code /}; no segment starts with a dot. Other keys are refused, so none can lead
 *       out of the store.
 *   <li>An object below {@code datasets/<tenant>/<dataset>/} lies encrypted under that dataset's
 *       key. What goes in, what comes out, sizes and hashes are those of the clear bytes.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes.
 */
public interface ObjectStore {

  /** Produces the bytes of an object. */
  @FunctionalInterface
  interface Writing {
    /** Writes all of it; need not close the stream. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes an object from a stream of bytes; hashes on the way. */
  ObjectRef put(String key, Writing writing) throws IOException;

  /**
   * Moves a finished file in. The file is gone afterwards.
   *
   * <p><b>Cost:</b> one read for the hash; a rename where file and store share a file system.
   */
  ObjectRef adopt(String key, Path file) throws IOException;

  /**
   * Reads an object.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  InputStream open(String key) throws IOException;

  /**
   * The object as a local file, for readers that need one. Do not write to it.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  LocalObject local(ObjectRef ref) throws IOException;

  /**
   * The object's bytes from any offset.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  SeekableByteChannel channel(ObjectRef ref) throws IOException;

  /** Keys of all objects below a folder, in no order; empty when there is no such folder. */
  List<String> keysBelow(String folder) throws IOException;

  /** Whether there is an object under the key. */
  boolean exists(String key);

  /** Removes the object if there is one. */
  void delete(String key) throws IOException;

  /** A new, empty folder that only this process's user can enter, on the store's file system. */
  Scratch scratch() throws IOException;
}
