package dev.likeness.evaluator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.evaluator.persistence.JobEvaluation;
import dev.likeness.evaluator.persistence.KnownDataset;
import dev.likeness.evaluator.persistence.KnownProfile;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.table.SplitSpec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a worker needs to know of an evaluation; read once, when it begins.
 *
 * @param jobId the job
 * @param folder of its objects
 * @param split which rows the job held out
 * @param columns of the dataset that the synthetic rows have
 * @param treated those of them that hold treated values, and so are not compared
 * @param canonical copy of the dataset
 * @param reading of the dataset
 * @param profile that the job was pinned to
 * @param csv the synthetic or masked rows
 * @param conditions what the synthetic rows were to be like
 * @param masked whether they are masked rows of the dataset
 */
record EvaluationTask(
    UUID jobId,
    String folder,
    SplitSpec split,
    List<Integer> columns,
    List<Integer> treated,
    ObjectRef canonical,
    ObjectRef reading,
    ObjectRef profile,
    ObjectRef csv,
    Optional<ObjectRef> conditions,
    boolean masked) {

  /** The columns as the reader of the canonical copy wants them. */
  int[] positions() {
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The task of an evaluation for which everything is known. */
  static EvaluationTask of(JobEvaluation job) {
    KnownDataset dataset = KnownDataset.of(job.datasetId()).orElseThrow();
    KnownProfile profile = KnownProfile.of(job.datasetId(), job.profileVersion()).orElseThrow();
    return new EvaluationTask(
        job.jobId(),
        EncryptedObjectStore.folder(job.tenant(), job.datasetId()) + "/jobs/" + job.jobId(),
        job.split(),
        job.columns(),
        job.treated(),
        dataset.canonical(),
        dataset.reading(),
        profile.profile(),
        job.csv(),
        job.conditions(),
        job.isMasked());
  }
}
