package dev.likeness.platform.http;

import dev.likeness.platform.sql.Database;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Posts that were answered already. The key, the effect and the answer are written in one
 * transaction; of several requests with one key at the same time, one has the effect and the others
 * wait for it and give its answer.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class IdempotencyKeys {

  private static final String TAKE =
      """
      insert into idempotency_keys (tenant, operation, key, request_hash) values (?, ?, ?, ?)
      on conflict (tenant, operation, key) do nothing
      """;

  private static final String FIND =
      """
      select request_hash, status, location, body from idempotency_keys
      where tenant = ? and operation = ? and key = ?
      """;

  private static final String ANSWER =
      """
      update idempotency_keys set status = ?, location = ?, body = ?
      where tenant = ? and operation = ? and key = ?
      """;

  private final Database database;

  private IdempotencyKeys(Database database) {
    this.database = database;
  }

  /** The keys of a schema. */
  public static IdempotencyKeys of(Database database) {
    return new IdempotencyKeys(database);
  }

  /**
   * Has the effect once, in a transaction of its own, and gives its answer every time. An effect
   * that throws leaves the key free.
   *
   * @param request without a key, the effect happens every time
   * @param effect runs inside the transaction; short, because requests with the same key wait
   * @throws dev.likeness.platform.problem.ProblemException {@code idempotency-key-reused} when the
   *     key came with another request before
   */
  public Answer once(IdempotentRequest request, Supplier<Answer> effect) {
    return Database.inTransaction(
        () -> request.key().map(key -> once(request, key, effect)).orElseGet(effect));
  }

  /** The answer given before, for requests whose preparation is dear. */
  public Optional<Answer> find(IdempotentRequest request) {
    return request.key().flatMap(key -> find(request, key));
  }

  private Answer once(IdempotentRequest request, String key, Supplier<Answer> effect) {
    int taken = database.update(TAKE, request.tenant(), request.operation(), key, request.hash());
    if (taken == 0) {
      return find(request, key)
          .orElseThrow(() -> new IllegalStateException("an idempotency key without its answer"));
    }
    Answer answer = effect.get();
    database.update(
        ANSWER,
        answer.status(),
        answer.location().orElse(null),
        answer.body(),
        request.tenant(),
        request.operation(),
        key);
    return answer;
  }

  private Optional<Answer> find(IdempotentRequest request, String key) {
    return database.first(
        FIND, row -> read(request, row), request.tenant(), request.operation(), key);
  }

  private static Answer read(IdempotentRequest request, java.sql.ResultSet row)
      throws java.sql.SQLException {
    if (!row.getString("request_hash").equals(request.hash())) {
      throw Answer.reused().toException();
    }
    return new Answer(
        row.getInt("status"),
        Optional.ofNullable(row.getString("location")),
        row.getString("body"),
        true);
  }
}
