package dev.likeness.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A claimed item as it stood when it was claimed. */
record Lease(
    long id,
    UUID jobId,
    String tenant,
    String stage,
    long rowFrom,
    long rowTo,
    int attempt,
    long fence,
    int failures,
    int takeovers,
    boolean cancelRequested) {

  /** The columns that {@link #read} expects. */
  static final String COLUMNS =
      "id, job_id, tenant, stage, row_from, row_to, attempt, fence, failures, takeovers,"
          + " cancel_requested";

  static Lease read(ResultSet row) throws SQLException {
    return new Lease(
        row.getLong("id"),
        row.getObject("job_id", UUID.class),
        row.getString("tenant"),
        row.getString("stage"),
        row.getLong("row_from"),
        row.getLong("row_to"),
        row.getInt("attempt"),
        row.getLong("fence"),
        row.getInt("failures"),
        row.getInt("takeovers"),
        row.getBoolean("cancel_requested"));
  }
}
