package dev.likeness.platform.work;

import dev.likeness.platform.sql.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The statements of leasing. Every statement that speaks for a holder names item and fence; when it
 * changes no row, the holder is no holder any more.
 */
final class Leases {

  private static final String CLAIM =
      """
      update work_items
      set state = 'LEASED', owner = ?, fence = fence + 1, attempt = attempt + 1,
          takeovers = takeovers + (state = 'LEASED')::int,
          lease_until = now() + ? * interval '1 millisecond',
          progress_stage = null, progress = 0, started_at = now(), updated_at = now()
      where id = (
        select id from work_items
        where ((state = 'READY' and not_before <= now())
            or (state = 'LEASED' and lease_until < now()))
          and stage = any (string_to_array(?, ','))
          and (cancel_requested or not ?)
          and (cancel_requested or capability = any (string_to_array(?, ',')))
        order by id for update skip locked limit 1)
      returning\s\
      """
          + Lease.COLUMNS;

  private static final String TAKE_OVER =
      """
      update work_items
      set state = 'READY', owner = null, lease_until = null, fence = fence + 1,
          takeovers = takeovers + 1, updated_at = now()
      where state = 'LEASED' and owner = ?
      """;

  private static final String RENEW =
      """
      update work_items
      set lease_until = now() + ? * interval '1 millisecond',
          progress_stage = nullif(?, ''), progress = ?, updated_at = now()
      where id = ? and fence = ? and state = 'LEASED' returning cancel_requested
      """;

  private static final String LOOK =
      "select cancel_requested from work_items where id = ? and fence = ? and state = 'LEASED'";

  private static final String HOLD =
      "select id from work_items where id = ? and fence = ? and state = 'LEASED' for update";

  private static final String END =
      """
      update work_items
      set state = ?, error_code = nullif(?, ''), owner = null, lease_until = null,
          progress = case when ? = 'DONE' then 1 else progress end, updated_at = now()
      where id = ? and fence = ? and state = 'LEASED'
      """;

  private static final String RELEASE =
      """
      update work_items
      set state = 'READY', owner = null, lease_until = null, fence = fence + 1,
          failures = failures + ?, attempt = attempt - ?,
          not_before = now() + ? * interval '1 millisecond', updated_at = now()
      where id = ? and fence = ? and state = 'LEASED'
      """;

  private final Database database;
  private final String owner;
  private final Duration length;

  Leases(Database database, String owner, Duration length) {
    this.database = database;
    this.owner = owner;
    this.length = length;
  }

  /** The oldest item that waits, or whose holder fell silent. */
  Optional<Lease> claim(Collection<String> stages, Collection<String> capabilities) {
    return claim(stages, capabilities, false);
  }

  /** The oldest item that somebody asked to cancel and that nobody runs. */
  Optional<Lease> claimCancelled(Collection<String> stages) {
    return claim(stages, List.of(), true);
  }

  private Optional<Lease> claim(
      Collection<String> stages, Collection<String> capabilities, boolean cancelledOnly) {
    return database.first(
        CLAIM,
        Lease::read,
        owner,
        length.toMillis(),
        String.join(",", stages),
        cancelledOnly,
        String.join(",", capabilities));
  }

  /** Frees what an earlier process of the same name held. */
  int takeOver() {
    return database.update(TAKE_OVER, owner);
  }

  /**
   * Renews a lease and writes progress.
   *
   * @return whether somebody asked to cancel; empty when the lease is lost
   */
  Optional<Boolean> renew(Lease lease, String progressStage, double progress) {
    return database.first(
        RENEW,
        row -> row.getBoolean(1),
        length.toMillis(),
        progressStage,
        progress,
        lease.id(),
        lease.fence());
  }

  /** Like {@link #renew}, without renewing. */
  Optional<Boolean> look(Lease lease) {
    return database.first(LOOK, row -> row.getBoolean(1), lease.id(), lease.fence());
  }

  /** Holds the item until the running transaction ends. */
  void hold(Lease lease) {
    if (database.first(HOLD, row -> row.getLong(1), lease.id(), lease.fence()).isEmpty()) {
      throw new FenceLostException(lease.id());
    }
  }

  /** Ends the item in the running transaction. */
  void end(Lease lease, WorkState state, String errorCode) {
    int ended =
        database.update(END, state.name(), errorCode, state.name(), lease.id(), lease.fence());
    if (ended == 0) {
      throw new FenceLostException(lease.id());
    }
  }

  /** Puts the item back after a failure that counts. */
  boolean retry(Lease lease, Duration pause) {
    return release(lease, 1, 0, pause);
  }

  /** Puts the item back as if it had not been claimed. */
  boolean release(Lease lease, Duration pause) {
    return release(lease, 0, 1, pause);
  }

  private boolean release(Lease lease, int failures, int attempts, Duration pause) {
    return database.update(RELEASE, failures, attempts, pause.toMillis(), lease.id(), lease.fence())
        > 0;
  }
}
