package dev.likeness.evaluator.persistence;

import dev.likeness.contracts.DatasetMasked;
import dev.likeness.contracts.EventHeader;
import dev.likeness.contracts.GeneratedTable;
import dev.likeness.contracts.GenerationCompleted;
import dev.likeness.contracts.MaskedTable;
import dev.likeness.contracts.ObjectRef;
import dev.likeness.table.SplitSpec;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
 * What the evaluator knows of a job: made with the first event of it, changed only by the methods
 * here, under the row's lock.
 */
@Entity
@Table(name = "evaluations")
public class JobEvaluation extends PanacheEntityBase {

  @Id
  @Column(name = "job_id")
  private UUID jobId;

  private String tenant;

  private String project;

  @Column(name = "dataset_id")
  private UUID datasetId;

  @Enumerated(EnumType.STRING)
  private EvaluationState state;

  @Column(name = "profile_version")
  private int profileVersion;

  @Column(name = "split_seed")
  private long splitSeed;

  @Column(name = "split_share")
  private double splitShare;

  @Column(name = "row_count")
  private long rows;

  private String columns;

  private String treated;

  private boolean masked;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "conditions_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "conditions_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "conditions_sha256"))
  private @Nullable StoredObject conditions;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "csv_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "csv_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "csv_sha256"))
  private @Nullable StoredObject csv;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "report_key"))
  @AttributeOverride(name = "bytes", column = @Column(name = "report_bytes"))
  @AttributeOverride(name = "sha256", column = @Column(name = "report_sha256"))
  private @Nullable StoredObject report;

  @Column(name = "error_code")
  private @Nullable String errorCode;

  @Column(name = "error_detail")
  private @Nullable String errorDetail;

  @Column(name = "error_action")
  private @Nullable String errorAction;

  @Column(name = "waits_until")
  private @Nullable Instant waitsUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  /** For Hibernate. */
  protected JobEvaluation() {}

  /** What is known of a job for reading; empty when no event of it has come. */
  public static Optional<JobEvaluation> of(String tenant, UUID jobId) {
    return find("jobId = ?1 and tenant = ?2", jobId, tenant).firstResultOptional();
  }

  /** What is known of a job, locked until the transaction ends. */
  public static Optional<JobEvaluation> locked(UUID jobId) {
    Optional<JobEvaluation> found = findByIdOptional(jobId);
    found.ifPresent(e -> getEntityManager().refresh(e, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /** The same, made if no event of the job has come before. */
  public static JobEvaluation lockedOrNew(EventHeader header, UUID jobId, UUID datasetId) {
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO evaluations (job_id, tenant, project, dataset_id, state, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, 'GENERATING', ?5) ON CONFLICT DO NOTHING")
        .setParameter(1, jobId)
        .setParameter(2, header.tenant())
        .setParameter(3, header.project())
        .setParameter(4, datasetId)
        .setParameter(5, now())
        .executeUpdate();
    return findById(jobId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Evaluations that wait for events of a dataset, locked. */
  public static List<JobEvaluation> waitingFor(UUID datasetId) {
    return JobEvaluation.<JobEvaluation>find(
            "datasetId = ?1 and waitsUntil is not null order by createdAt", datasetId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Evaluations that have waited too long, locked; those that someone else holds are left out. */
  @SuppressWarnings("unchecked")
  public static List<JobEvaluation> overdue(Instant now) {
    return getEntityManager()
        .createNativeQuery(
            "SELECT * FROM evaluations WHERE waits_until < ?1 ORDER BY waits_until LIMIT 100"
                + " FOR UPDATE SKIP LOCKED",
            JobEvaluation.class)
        .setParameter(1, now)
        .getResultList();
  }

  /** The job was asked for, or is tried again. */
  public void requested() {
    errorCode = null;
    errorDetail = null;
    errorAction = null;
    finishedAt = null;
    state = EvaluationState.GENERATING;
  }

  /** The rows are there; until when it may wait for events of the dataset. */
  public void generated(GenerationCompleted event, GeneratedTable table, Instant until) {
    profileVersion = event.profileVersion();
    splitSeed = event.splitSeed();
    splitShare = event.splitShare();
    rows = table.rows();
    columns = Positions.write(table.columns());
    treated = Positions.write(table.treated());
    csv = StoredObject.of(table.csv());
    conditions = Optional.ofNullable(table.conditions()).map(StoredObject::of).orElse(null);
    waitsUntil = until;
    state = EvaluationState.WAITING;
  }

  /** The masked copy is there; until when it may wait for events of the dataset. */
  public void masked(DatasetMasked event, MaskedTable table, Instant until) {
    masked = true;
    profileVersion = event.profileVersion();
    rows = table.rows();
    columns = Positions.write(table.columns());
    csv = StoredObject.of(table.csv());
    waitsUntil = until;
    state = EvaluationState.WAITING;
  }

  /** All that it needs is known. */
  public void ready() {
    waitsUntil = null;
  }

  /** A worker begins, or goes on after a crash. */
  public void start() {
    if (state == EvaluationState.WAITING) {
      state = EvaluationState.RUNNING;
    }
  }

  /** The report is there. */
  public void succeed(ObjectRef report) {
    this.report = StoredObject.of(report);
    finish(EvaluationState.SUCCEEDED);
  }

  /** The rows could not be judged. */
  public void fail(Failure failure) {
    explain(failure);
    finish(EvaluationState.FAILED);
  }

  /** The job ended without rows. */
  public void jobFailed(String code) {
    errorCode = code;
    finish(EvaluationState.JOB_FAILED);
  }

  /** Someone cancelled the job. */
  public void jobCancelled() {
    finish(EvaluationState.JOB_CANCELLED);
  }

  private void explain(Failure failure) {
    errorCode = failure.code();
    errorDetail = failure.detail();
    errorAction = failure.action();
  }

  private void finish(EvaluationState end) {
    waitsUntil = null;
    finishedAt = now();
    state = end;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The job. */
  public UUID jobId() {
    return jobId;
  }

  /** Whose it is. */
  public String tenant() {
    return tenant;
  }

  /** The project within the tenant. */
  public String project() {
    return project;
  }

  /** The dataset that the rows resemble. */
  public UUID datasetId() {
    return datasetId;
  }

  /** What has become of it. */
  public EvaluationState state() {
    return state;
  }

  /** Whether it waits for events of its dataset. */
  public boolean isWaiting() {
    return waitsUntil != null;
  }

  /** The version of the profile that the job used. */
  public int profileVersion() {
    return profileVersion;
  }

  /** Which rows the job held out. */
  public SplitSpec split() {
    return new SplitSpec(splitSeed, splitShare);
  }

  /** Number of synthetic or masked rows. */
  public long rows() {
    return rows;
  }

  /** Positions, from 0, of the dataset's columns that the synthetic rows have. */
  public List<Integer> columns() {
    return Positions.read(columns);
  }

  /** Positions of those of them that were treated, and so are not compared. */
  public List<Integer> treated() {
    return Positions.read(treated);
  }

  /** What the synthetic rows were to be like, where anybody said so. */
  public Optional<ObjectRef> conditions() {
    return Optional.ofNullable(conditions).map(StoredObject::ref);
  }

  /** Whether the job masked the dataset's own rows. */
  public boolean isMasked() {
    return masked;
  }

  /** The synthetic or masked rows; only of a job that succeeded. */
  public ObjectRef csv() {
    return Objects.requireNonNull(csv, "no rows").ref();
  }

  /** The report, once it is there. */
  public Optional<ObjectRef> report() {
    return Optional.ofNullable(report).map(StoredObject::ref);
  }

  /** Why the job or its evaluation failed. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(errorCode)
        .map(code -> new Failure(code, orEmpty(errorDetail), orEmpty(errorAction)));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /**
   * Why something failed.
   *
   * @param code stable problem code
   * @param detail what happened
   * @param action what to do about it
   */
  public record Failure(String code, String detail, String action) {}
}
