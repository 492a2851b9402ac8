package dev.likeness.ingest.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.table.io.Origin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Uploads that were kept as they came. */
@Singleton
class UploadFiles {

  private static final long WHOLE_BYTES = 64L << 20;
  private static final long FIRST_BYTES = 16L << 20;
  private static final Set<String> READ_FROM_THE_FRONT = Set.of("csv", "jsonl");

  private final ObjectStore store;

  @Inject
  UploadFiles(ObjectStore store) {
    this.store = store;
  }

  /** Work with a file. */
  @FunctionalInterface
  interface Use<T> {
    T with(Path file) throws IOException;
  }

  /** Where the upload of a dataset lies, if it is kept. */
  static String key(UUID dataset) {
    return EncryptedObjectStore.folder(Tenants.DEFAULT, dataset) + "/upload";
  }

  private static ObjectRef ref(Dataset dataset) {
    return Optional.ofNullable(dataset.upload)
        .orElseThrow(() -> IngestProblems.uploadNotKept().toException())
        .ref();
  }

  /** Uses the whole file. */
  <T> T whole(Dataset dataset, Use<T> use) throws IOException {
    try (LocalObject local = store.local(ref(dataset))) {
      return use.with(local.path());
    }
  }

  /** Uses as much of a file as its first rows need. */
  <T> T beginning(Dataset dataset, Origin origin, Use<T> use) throws IOException {
    ObjectRef ref = ref(dataset);
    boolean front =
        READ_FROM_THE_FRONT.contains(origin.format()) && !origin.container().equals("zip");
    if (ref.bytes() <= WHOLE_BYTES || !front) {
      return whole(dataset, use);
    }
    try (Scratch scratch = store.scratch();
        InputStream in = store.open(ref.key())) {
      Path file = scratch.file("upload");
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(in, out);
      }
      return use.with(file);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = FIRST_BYTES;
    for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      left -= n;
    }
  }
}
