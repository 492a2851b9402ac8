package dev.likeness.ingest.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.ingest.persistence.Job;
import dev.likeness.ingest.persistence.JobState;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.FileVault;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.Reveal;
import dev.likeness.privacy.treatment.Vault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Masked copies, and undoing them. */
@Singleton
final class MaskedCopies {

  private final ObjectStore store;
  private final DataKeys keys;

  @Inject
  MaskedCopies(ObjectStore store, DataKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * A masked copy.
   *
   * @param datasetId of its original
   * @param csv the copy
   * @param manifest how it was made
   */
  record Copy(UUID datasetId, ObjectRef csv, MaskedManifest manifest) {

    /** Names of columns, by their positions in the original. */
    List<String> names(List<Integer> positions) {
      return positions.stream().map(i -> manifest.columns().get(i).field().name()).toList();
    }

    /** Position in the original of a column that can be undone. */
    Optional<Integer> position(String name) {
      for (int i = 0; i < manifest.columns().size(); i++) {
        if (manifest.columns().get(i).field().name().equals(name)
            && manifest.reversible().contains(name)) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }

  /** The copy that a job made; a problem for unknown jobs and those that made none. */
  Copy of(UUID jobId) {
    Job job =
        Database.inTransaction(() -> Job.of(Tenants.DEFAULT, jobId))
            .orElseThrow(() -> Problems.jobNotFound().toException());
    ObjectRef csv =
        Optional.ofNullable(job.csv)
            .filter(made -> job.state == JobState.SUCCEEDED)
            .orElseThrow(() -> Problems.jobNotFinished().toException())
            .ref();
    return new Copy(job.datasetId, csv, manifest(csv.key()));
  }

  /** Writes columns of a copy in clear text; how many rows there are. */
  long reveal(Copy copy, List<String> columns, OutputStream out) throws IOException {
    DataKey key = keys.of(copy.manifest().scope());
    try (InputStream masked = store.open(copy.csv().key())) {
      return Reveal.of(copy.manifest(), key, vault(copy.csv().key()))
          .write(masked, columns, out, RunContext.quiet());
    }
  }

  /** Scopes of the keys under which the copies in a folder were made. */
  List<KeyScope> scopesBelow(String folder) throws IOException {
    List<KeyScope> scopes = new ArrayList<>();
    for (String key : store.keysBelow(folder)) {
      if (MaskedObjects.isManifest(key)) {
        scopes.add(read(key).scope());
      }
    }
    return scopes;
  }

  private MaskedManifest manifest(String csv) {
    String key = MaskedObjects.manifest(csv);
    if (!store.exists(key)) {
      throw RevealProblems.notMasked().toException();
    }
    try {
      return read(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MaskedManifest read(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      return MaskedManifest.read(in);
    }
  }

  private Vault vault(String csv) throws IOException {
    String key = MaskedObjects.vault(csv);
    if (!store.exists(key)) {
      return Vault.NONE;
    }
    try (InputStream in = store.open(key)) {
      return FileVault.reading(in);
    }
  }
}
