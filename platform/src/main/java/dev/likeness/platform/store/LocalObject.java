package dev.likeness.platform.store;

import java.nio.file.Path;

/** An object as a local file, until closed. */
public interface LocalObject extends AutoCloseable {

  /** The file. */
  Path path();

  @Override
  void close();
}
