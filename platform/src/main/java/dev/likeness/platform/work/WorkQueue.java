package dev.likeness.platform.work;

import dev.likeness.platform.event.AfterCommit;
import dev.likeness.platform.event.Signal;
import dev.likeness.platform.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The long work of a service.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class WorkQueue {

  /** What every process can do. */
  public static final String CPU = "cpu";

  private static final String ENQUEUE =
      """
      insert into work_items (tenant, job_id, stage, row_from, row_to, capability)
      values (?, ?, ?, ?, ?, ?)
      on conflict (job_id, stage, row_from) do update
      set state = 'READY', row_to = excluded.row_to, capability = excluded.capability,
          failures = 0, takeovers = 0, cancel_requested = false, error_code = null,
          progress_stage = null, progress = 0, fence = work_items.fence + 1,
          not_before = now(), updated_at = now()
      where work_items.state in ('DONE', 'FAILED', 'CANCELLED')
      """;

  private static final String CANCEL =
      """
      update work_items set cancel_requested = true, not_before = now(), updated_at = now()
      where job_id = ? and state in ('READY', 'LEASED') and not cancel_requested
      """;

  private static final String HOLD =
      "select id from work_items where job_id = ? and stage = ? order by id for update";

  private static final String STATUS =
      """
      select job_id, stage, state, attempt, cancel_requested, progress_stage, progress,
             started_at, updated_at
      from work_items where job_id = ? order by id
      """;

  private final Database database;
  private final Signal committed;

  private WorkQueue(Database database, Signal committed) {
    this.database = database;
    this.committed = committed;
  }

  /**
   * The queue of a schema.
   *
   * @param database the schema
   * @param committed raised after each commit that gives workers something to do
   */
  public static WorkQueue of(Database database, Signal committed) {
    return new WorkQueue(database, committed);
  }

  /** Enqueues work that any process can do and that is not split by rows. */
  public void enqueue(UUID jobId, String tenant, String stage) {
    enqueue(jobId, tenant, stage, 0, Long.MAX_VALUE, CPU);
  }

  /**
   * Enqueues work when the running transaction commits. Work that is waiting or running already is
   * left alone; work that has ended starts anew, which is how a job is retried.
   *
   * @param jobId the job that it is part of
   * @param tenant for whom
   * @param stage what is to be done; names the handler
   * @param rowFrom first row of its range
   * @param rowTo end of its range, exclusive
   * @param capability what a process must be able to do, {@link #CPU} for all
   * @throws IllegalStateException when no transaction runs
   */
  public void enqueue(
      UUID jobId, String tenant, String stage, long rowFrom, long rowTo, String capability) {
    Database.requireTransaction("a work item");
    database.update(ENQUEUE, tenant, jobId, stage, rowFrom, rowTo, capability);
    AfterCommit.raise(committed);
  }

  /**
   * Holds a stage of a job until the running transaction ends, so that a worker that ends it waits.
   *
   * <p>A worker that ends its item holds the item first and then what the service has about the
   * job. Who does both in one transaction has to keep that order, or each may wait for the other:
   * call this before anything about the job is locked that its handler writes.
   */
  public void hold(UUID jobId, String stage) {
    Database.requireTransaction("a held work item");
    database.query(HOLD, row -> row.getLong(1), jobId, stage);
  }

  /**
   * Asks to cancel all work of a job when the running transaction commits. Waiting work ends at
   * once, running work as soon as its computation looks.
   *
   * @return whether there was anything to cancel
   */
  public boolean requestCancel(UUID jobId) {
    Database.requireTransaction("a wish to cancel");
    boolean any = database.update(CANCEL, jobId) > 0;
    AfterCommit.raise(committed);
    return any;
  }

  /** How far the work of a job has come, in the order in which it was enqueued. */
  public List<WorkStatus> status(UUID jobId) {
    return database.query(STATUS, WorkQueue::status, jobId);
  }

  /** How far one stage of a job has come. */
  public Optional<WorkStatus> status(UUID jobId, String stage) {
    return status(jobId).stream().filter(s -> s.stage().equals(stage)).findFirst();
  }

  private static WorkStatus status(ResultSet row) throws SQLException {
    return new WorkStatus(
        row.getObject("job_id", UUID.class),
        row.getString("stage"),
        WorkState.valueOf(row.getString("state")),
        row.getInt("attempt"),
        row.getBoolean("cancel_requested"),
        Optional.ofNullable(row.getString("progress_stage")),
        row.getDouble("progress"),
        Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
