package dev.likeness.generator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.store.EncryptedObjectStore;
import dev.likeness.synthesis.Relations;
import dev.likeness.synthesis.SynthesisRequest;
import dev.likeness.table.condition.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a worker needs to know of a job; read once, when it begins.
 *
 * @param jobId the job
 * @param folder of its objects
 * @param request what is to be learnt
 * @param rows to be made
 * @param sourceRows rows of the dataset
 * @param canonical copy of the dataset
 * @param reading of the dataset
 * @param profile that the job is pinned to
 * @param fitted model, once it is there
 * @param tenant whose it is
 * @param datasetId the dataset
 * @param treating how columns are treated
 */
record JobTask(
    UUID jobId,
    String folder,
    SynthesisRequest request,
    long rows,
    long sourceRows,
    ObjectRef canonical,
    ObjectRef reading,
    ObjectRef profile,
    Optional<ObjectRef> fitted,
    String tenant,
    UUID datasetId,
    Job.Treating treating) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The task of a job whose dataset is known.
   *
   * @param conditions of its rows
   */
  static JobTask of(Job job, KnownDataset dataset, Conditions conditions) {
    Job.Order order = job.order();
    return new JobTask(
        job.id(),
        EncryptedObjectStore.folder(job.tenant(), job.datasetId()) + "/jobs/" + job.id(),
        new SynthesisRequest(
            order.model(),
            options(order.options()),
            order.seed(),
            order.positions().orElse(List.of()),
            conditions,
            Relations.of(order.relations()).orElse(Relations.KEEP)),
        order.rows(),
        dataset.rows(),
        dataset.canonical(),
        dataset.reading(),
        job.profile(),
        job.fitted(),
        job.tenant(),
        job.datasetId(),
        order.treating());
  }

  /** Treatments of the request, a JSON object. */
  String treatments() {
    return treating.treatments();
  }

  /** The project whose key is used. */
  Optional<String> keyProject() {
    return treating.keyProject();
  }

  /** Whether a privacy officer asked. */
  boolean officer() {
    return treating.officer();
  }

  /**
   * The key of an object of the job. The fence keeps apart what two workers write, of whom one has
   * lost its lease without knowing.
   */
  String key(String name, long fence, String extension) {
    return folder + "/" + name + "-" + fence + "." + extension;
  }

  private static JsonNode options(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options of a job are not JSON", e);
    }
  }
}
