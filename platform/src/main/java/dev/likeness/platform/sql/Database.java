package dev.likeness.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one service, reached by plain SQL. A statement joins the running JTA transaction,
 * or is a transaction of its own where none runs.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Database {

  private final DataSource source;

  private Database(DataSource source) {
    this.source = source;
  }

  /** The schema that a datasource leads to. */
  public static Database of(DataSource source) {
    return new Database(source);
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface Row<T> {
    /** The row under the cursor. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs a statement that changes rows.
   *
   * @return number of changed rows
   */
  public int update(String sql, @Nullable Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs a statement that gives rows, as a query or by {@code returning}. */
  public <T> List<T> query(String sql, Row<T> row, @Nullable Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Like {@link #query}, for at most one row. */
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) {
    return query(sql, row, arguments).stream().findFirst();
  }

  /** Runs in a new transaction, whatever runs around it. */
  public static <T> T inTransaction(Supplier<T> effect) {
    return QuarkusTransaction.requiringNew().call(effect::get);
  }

  /**
   * Refuses to go on outside of a transaction.
   *
   * @param what needs it
   */
  public static void requireTransaction(String what) {
    if (!QuarkusTransaction.isActive()) {
      throw new IllegalStateException(
          what + " needs the transaction of its cause; none is running");
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
