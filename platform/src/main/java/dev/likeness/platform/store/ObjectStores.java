package dev.likeness.platform.store;

import dev.likeness.platform.access.ApiKeys;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.key.KeyEncryptionKeys;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers the object store of the process and its keys; all services share them. */
@Singleton
public class ObjectStores {

  /**
   * Files below {@code likeness.data-dir}, as they lie there: encrypted objects, wrapped keys. The
   * process's private folder has the name by which the HTTP server is told where to put the parts
   * of forms.
   */
  @Produces
  @Singleton
  @Typed(FileObjectStore.class)
  FileObjectStore files(
      @ConfigProperty(name = "likeness.data-dir") Path data,
      @ConfigProperty(name = "quarkus.uuid") String process) {
    try {
      return FileObjectStore.below(data, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys of datasets and projects. */
  @Produces
  @Singleton
  DataKeys keys(
      FileObjectStore files,
      @ConfigProperty(name = "likeness.kek") String kek,
      @ConfigProperty(name = "likeness.kek-command") Optional<Path> command) {
    try {
      boolean inUse = !files.keysBelow(DataKeys.FOLDER).isEmpty();
      return DataKeys.of(files, KeyEncryptionKeys.of(kek, command, inUse));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Objects in the clear, for those who may read the keys. */
  @Produces
  @Singleton
  ObjectStore objects(FileObjectStore files, DataKeys keys) {
    return EncryptedObjectStore.over(files, keys);
  }

  /** API keys that administrators issued. */
  @Produces
  @Singleton
  ApiKeys apiKeys(FileObjectStore files, DataKeys keys) {
    return ApiKeys.of(files, keys.kek(), Clock.systemUTC());
  }

  void close(@Disposes FileObjectStore files) {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
