package dev.likeness.generator.persistence;

import dev.likeness.contracts.ObjectRef;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it. Every change of state goes through a method here, happens under the row's
 * lock and raises the version.
 */
@Entity
@Table(name = "jobs")
public class Job extends PanacheEntityBase {

  @Id private UUID id;

  private String tenant;

  private String project;

  @Column(name = "dataset_id")
  private UUID datasetId;

  private String model;

  @Column(name = "row_count")
  private long rows;

  private long seed;

  private String options;

  private @Nullable String columns;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "conditions_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "conditions_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "conditions_sha256"))
  private @Nullable StoredObject conditions;

  @Enumerated(EnumType.STRING)
  private JobKind kind;

  private String treatments;

  @Column(name = "key_project")
  private @Nullable String keyProject;

  private boolean officer;

  @Enumerated(EnumType.STRING)
  private JobState state;

  private int attempt;

  private long version;

  @Column(name = "profile_version")
  private int profileVersion;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "profile_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "profile_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "profile_sha256"))
  private @Nullable StoredObject profile;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "model_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "model_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "model_sha256"))
  private @Nullable StoredObject fitted;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "csv_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "csv_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "csv_sha256"))
  private @Nullable StoredObject csv;

  private @Nullable String choice;

  private String relations;

  @Column(name = "relations_kept")
  private @Nullable String relationsKept;

  @Column(name = "learnt_from")
  private @Nullable String learntFrom;

  @Column(name = "cancel_requested")
  private boolean cancelRequested;

  @Column(name = "error_code")
  private @Nullable String errorCode;

  @Column(name = "error_detail")
  private @Nullable String errorDetail;

  @Column(name = "error_action")
  private @Nullable String errorAction;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "waits_until")
  private @Nullable Instant waitsUntil;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  /** For Hibernate. */
  protected Job() {}

  /** A queued job that nobody works on yet. */
  public static Job queued(String tenant, String project, UUID datasetId, Order order) {
    Job job = new Job();
    job.id = UUID.randomUUID();
    job.tenant = tenant;
    job.project = project;
    job.datasetId = datasetId;
    job.model = order.model();
    job.rows = order.rows();
    job.seed = order.seed();
    job.options = order.options();
    job.columns = order.positions().map(Positions::write).orElse(null);
    job.relations = order.relations();
    job.conditions = order.conditions().map(StoredObject::of).orElse(null);
    job.kind = order.treating().kind();
    job.treatments = order.treating().treatments();
    job.keyProject = order.treating().keyProject().orElse(null);
    job.officer = order.treating().officer();
    job.state = JobState.QUEUED;
    job.attempt = 1;
    job.version = 1;
    job.createdAt = now();
    return job;
  }

  /**
   * What is asked for.
   *
   * @param model name of the model
   * @param rows how many
   * @param seed of everything random
   * @param options JSON object, every option present
   * @param positions of the wanted columns, from 0, rising; empty for all
   * @param conditions what rows shall be like
   * @param relations {@code keep} or {@code off}
   * @param treating what is made of it, and how columns are treated
   */
  public record Order(
      String model,
      long rows,
      long seed,
      String options,
      Optional<List<Integer>> positions,
      Optional<ObjectRef> conditions,
      String relations,
      Treating treating) {}

  /**
   * What is made, and how columns are treated.
   *
   * @param kind of the job
   * @param treatments by name of column, a JSON object
   * @param keyProject project whose key is used; empty for the dataset's own
   * @param officer whether a privacy officer asked
   */
  public record Treating(
      JobKind kind, String treatments, Optional<String> keyProject, boolean officer) {}

  /** The job for reading. */
  public static Optional<Job> of(String tenant, UUID id) {
    return find("id = ?1 and tenant = ?2", id, tenant).firstResultOptional();
  }

  /** The job, locked until the transaction ends. */
  public static Optional<Job> locked(UUID id) {
    Optional<Job> job = findByIdOptional(id);
    job.ifPresent(j -> getEntityManager().refresh(j, LockModeType.PESSIMISTIC_WRITE));
    return job;
  }

  /** Newest first, after (that is, older than) the given place. */
  public static List<Job> newest(
      String tenant, Optional<UUID> dataset, Optional<Place> after, int limit) {
    StringBuilder where = new StringBuilder("tenant = :tenant");
    Parameters parameters = Parameters.with("tenant", tenant);
    dataset.ifPresent(
        id -> {
          where.append(" and datasetId = :dataset");
          parameters.and("dataset", id);
        });
    after.ifPresent(
        place -> {
          where.append(" and (createdAt < :at or createdAt = :at and id < :id)");
          parameters.and("at", place.createdAt()).and("id", place.id());
        });
    return Job.<Job>find(where + " order by createdAt desc, id desc", parameters)
        .page(0, limit)
        .list();
  }

  /**
   * A place in the list of jobs, newest first.
   *
   * @param createdAt of the job at that place
   * @param id of that job
   */
  public record Place(Instant createdAt, UUID id) {}

  /** Jobs that wait for the columns of a dataset, locked. */
  public static List<Job> waitingFor(UUID datasetId) {
    return Job.<Job>find("datasetId = ?1 and waitsUntil is not null order by createdAt", datasetId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Jobs that have waited too long, locked; jobs that someone else holds are left out. */
  @SuppressWarnings("unchecked")
  public static List<Job> overdue(Instant now) {
    return getEntityManager()
        .createNativeQuery(
            "SELECT * FROM jobs WHERE waits_until < ?1 ORDER BY waits_until LIMIT 100"
                + " FOR UPDATE SKIP LOCKED",
            Job.class)
        .setParameter(1, now)
        .getResultList();
  }

  /** Has it wait for its dataset's columns. */
  public void waitForProfile(Instant until) {
    waitsUntil = until;
  }

  /** Fixes the profile that it works by; it waits no longer. */
  public void pin(int profileVersion, ObjectRef profile) {
    this.profileVersion = profileVersion;
    this.profile = StoredObject.of(profile);
    waitsUntil = null;
  }

  /** A worker begins, or begins anew with what an earlier one left. */
  public void start() {
    if (startedAt == null) {
      startedAt = now();
    }
    changeTo(JobState.RUNNING);
  }

  /** Notes that someone wants it to end; the worker ends it. */
  public void requestCancel() {
    cancelRequested = true;
  }

  /**
   * Notes how a model is being chosen for it.
   *
   * @param story a JSON object
   */
  public void choose(String story) {
    choice = story;
    version++;
  }

  /** How a model was chosen for it, a JSON object; empty where one was named. */
  public Optional<String> choice() {
    return Optional.ofNullable(choice);
  }

  /**
   * Notes what is known of the model that was learnt.
   *
   * @param kept relations that will hold in every row, as JSON, columns by position
   * @param learntFrom how many rows it was learnt from, where not all; a sentence without values
   */
  public void learn(String kept, Optional<String> learntFrom) {
    relationsKept = kept;
    this.learntFrom = learntFrom.orElse(null);
  }

  /** How many of the training rows were learnt, in words; empty where all were, and before. */
  public Optional<String> learntFrom() {
    return Optional.ofNullable(learntFrom);
  }

  /** What holds in every row, as JSON, once that is known. */
  public Optional<String> relationsKept() {
    return Optional.ofNullable(relationsKept);
  }

  /** The model is there: from here on nothing fits again. */
  public void fitted(ObjectRef model) {
    fitted = StoredObject.of(model);
    version++;
  }

  /** The rows are there. */
  public void succeed(ObjectRef csv) {
    this.csv = StoredObject.of(csv);
    finish(JobState.SUCCEEDED);
  }

  /** Ends without rows. */
  public void fail(String code, String detail, String action) {
    errorCode = code;
    errorDetail = detail;
    errorAction = action;
    finish(JobState.FAILED);
  }

  /** Ends because someone wanted it to. */
  public void cancel() {
    finish(JobState.CANCELLED);
  }

  /** Makes another attempt of a failed or cancelled job. */
  public void retry() {
    errorCode = null;
    errorDetail = null;
    errorAction = null;
    startedAt = null;
    finishedAt = null;
    cancelRequested = false;
    attempt++;
    changeTo(JobState.QUEUED);
  }

  private void finish(JobState end) {
    waitsUntil = null;
    finishedAt = now();
    changeTo(end);
  }

  private void changeTo(JobState next) {
    state = next;
    version++;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The job's id. */
  public UUID id() {
    return id;
  }

  /** Whose it is. */
  public String tenant() {
    return tenant;
  }

  /** The project within the tenant. */
  public String project() {
    return project;
  }

  /** The dataset that the rows shall resemble. */
  public UUID datasetId() {
    return datasetId;
  }

  /** What was asked for. */
  public Order order() {
    return new Order(
        model,
        rows,
        seed,
        options,
        Optional.ofNullable(columns).map(Positions::read),
        Optional.ofNullable(conditions).map(StoredObject::ref),
        relations,
        new Treating(kind, treatments, Optional.ofNullable(keyProject), officer));
  }

  /** What it makes. */
  public JobKind kind() {
    return kind;
  }

  /** What has become of it. */
  public JobState state() {
    return state;
  }

  /** From 1. */
  public int attempt() {
    return attempt;
  }

  /** Rises with every change. */
  public long version() {
    return version;
  }

  /** Whether it waits for its dataset's columns. */
  public boolean isWaiting() {
    return waitsUntil != null;
  }

  /** Whether someone wants it to end. */
  public boolean isCancelRequested() {
    return cancelRequested;
  }

  /** Whether it is fixed by which profile it works. */
  public boolean isPinned() {
    return profile != null;
  }

  /** The version of the profile that it works by. */
  public int profileVersion() {
    return profileVersion;
  }

  /** The profile that it works by; only of a job that does not wait. */
  public ObjectRef profile() {
    return Objects.requireNonNull(profile, "job waits for its profile").ref();
  }

  /** The fitted model, once it is there. */
  public Optional<ObjectRef> fitted() {
    return Optional.ofNullable(fitted).map(StoredObject::ref);
  }

  /** The rows, once they are there. */
  public Optional<ObjectRef> csv() {
    return Optional.ofNullable(csv).map(StoredObject::ref);
  }

  /** Why it failed. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(errorCode)
        .map(code -> new Failure(code, orEmpty(errorDetail), orEmpty(errorAction)));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /**
   * Why a job failed.
   *
   * @param code stable problem code
   * @param detail what happened
   * @param action what to do about it
   */
  public record Failure(String code, String detail, String action) {}

  /** When it was asked for. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When a worker began with this attempt. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** When it reached a terminal state. */
  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
