package dev.likeness.platform.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers the object store of the process; all services share one. */
@Singleton
public class ObjectStores {

  /** Files below {@code likeness.data-dir}. */
  @Produces
  @Singleton
  ObjectStore files(@ConfigProperty(name = "likeness.data-dir") Path data) {
    try {
      return FileObjectStore.below(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
