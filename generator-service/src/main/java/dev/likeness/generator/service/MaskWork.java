package dev.likeness.generator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.LocalObject;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.plan.FileVault;
import dev.likeness.privacy.plan.MaskedCopy;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.io.Reading;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Copies a dataset with treated columns, streamed into the object store. */
@Singleton
@Service(GeneratorConfig.SERVICE)
public final class MaskWork extends JobWork {

  static final String STAGE = "mask";
  private static final String TOKENIZE = "tokenize";

  private final JobLifecycle lifecycle;
  private final Readings readings;
  private final ObjectStore store;
  private final DataKeys keys;
  private final Treating treating;

  MaskWork(
      GeneratorConfig config,
      JobLifecycle lifecycle,
      Readings readings,
      ObjectStore store,
      DataKeys keys,
      Treating treating,
      Conditioning conditioning) {
    super(config, lifecycle, store, conditioning);
    this.lifecycle = lifecycle;
    this.readings = readings;
    this.store = store;
    this.keys = keys;
    this.treating = treating;
  }

  @Override
  public String stage() {
    return STAGE;
  }

  /**
   * The objects of a copy.
   *
   * @param csv its rows
   * @param manifest how they were made
   * @param vault of tokens, where there are any
   * @param columns positions of the dataset's columns that it has
   */
  record Made(ObjectRef csv, ObjectRef manifest, Optional<ObjectRef> vault, List<Integer> columns) {

    Made with(ObjectRef tokens) {
      return new Made(csv, manifest, Optional.of(tokens), columns);
    }
  }

  @Override
  public void run(WorkContext work) throws IOException {
    JobTask task = begin(work);
    run(work, JobStage.READING).progress().at("", 0);
    PlannedProfile planned = readings.planned(task.profile());
    TreatmentPlan plan =
        treating.plan(
            planned, Purpose.MASKED_COPY, Treating.read(task.treatments()), task.officer());
    Made made = write(work, task, planned, plan);
    complete(work, made.csv(), job -> lifecycle.masked(job, made));
  }

  /** The manifest, the vault around the rows, where there are tokens, and the rows. */
  private Made write(WorkContext work, JobTask task, PlannedProfile planned, TreatmentPlan plan)
      throws IOException {
    boolean tokens =
        plan.columns().values().stream().anyMatch(choice -> choice.name().equals(TOKENIZE));
    String csv = task.key("masked", work.fence(), "csv");
    if (!tokens) {
      return rows(work, csv, task, copy(task, planned, plan, Vault.NONE));
    }
    AtomicReference<Made> made = new AtomicReference<>();
    ObjectRef vault =
        store.put(
            MaskedObjects.vault(csv),
            out -> {
              try (FileVault entries = FileVault.writing(out)) {
                made.set(rows(work, csv, task, copy(task, planned, plan, entries)));
              }
            });
    return made.get().with(vault);
  }

  private MaskedCopy copy(JobTask task, PlannedProfile planned, TreatmentPlan plan, Vault vault) {
    Reading reading = readings.reading(task.reading());
    return MaskedCopy.of(reading, planned.profile(), plan, key(task), vault);
  }

  private Made rows(WorkContext work, String key, JobTask task, MaskedCopy copy)
      throws IOException {
    byte[] notes = copy.manifest().bytes();
    ObjectRef manifest = store.put(MaskedObjects.manifest(key), out -> out.write(notes));
    RunContext run = run(work, JobStage.MASKING);
    try (LocalObject canonical = store.local(task.canonical())) {
      ObjectRef csv =
          store.put(
              key,
              out -> {
                copy.write(canonical.path(), out, run);
                run(work, JobStage.STORING).progress().at("", 0);
              });
      return new Made(csv, manifest, Optional.empty(), copy.manifest().kept());
    }
  }

  private DataKey key(JobTask task) {
    return task.keyProject().isPresent()
        ? keys.ofProject(task.tenant(), task.keyProject().get())
        : keys.of(KeyScope.dataset(task.tenant(), task.datasetId().toString()));
  }
}
