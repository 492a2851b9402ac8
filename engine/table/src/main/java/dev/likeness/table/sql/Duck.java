package dev.likeness.table.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBDriver;

/**
 * A private DuckDB database in memory: opened for one piece of work, closed after it.
 *
 * <p>It never loads extensions, its memory outside the heap is bounded, what does not fit is
 * spilled beside the file that it works on, and none of that can be changed by a query. Every query
 * has its own statement, because an error closes the one it happened on.
 *
 * <p><b>Thread-safe:</b> no; {@link #fork} gives another connection to the same database.
 */
public final class Duck implements AutoCloseable {

  private static final int MEMORY_MB = 256;
  private static final int WIDE = 256;
  private static final int MOST_MEMORY_MB = 1024;
  private static final int MOST_WRITERS = 4;

  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a database for queries over few columns.
   *
   * @param threads that it may use
   * @param scratch folder for what does not fit in memory; made when needed
   */
  public static Duck open(int threads, Path scratch) {
    return connect(threads, MEMORY_MB, scratch);
  }

  /**
   * Opens a database that copies all of {@code columns} columns: 256 MB for each of at most four
   * threads, because each holds blocks of rows until those before them are written; with less the
   * engine spills them, which takes twice as long as one thread alone. Beyond 256 columns it is one
   * thread, and a quarter of a megabyte more for each column.
   *
   * @param threads that it may use
   * @param columns of the widest query
   * @param scratch folder for what does not fit in memory; made when needed
   */
  public static Duck open(int threads, int columns, Path scratch) {
    int writers = columns > WIDE ? 1 : Math.clamp(threads, 1, MOST_WRITERS);
    int memory = writers * MEMORY_MB + Math.max(0, columns - WIDE) / 4;
    return connect(writers, Math.min(memory, MOST_MEMORY_MB), scratch);
  }

  private static Duck connect(int threads, int memory, Path scratch) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory + "MB");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("temp_directory", scratch.toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("jdbc_stream_results", "true");
    try {
      Duck duck = new Duck(new DuckDBDriver().connect("jdbc:duckdb:", settings));
      duck.execute("SET lock_configuration = true");
      return duck;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Another connection to the same database. */
  public Duck fork() {
    try {
      return new Duck(connection.unwrap(org.duckdb.DuckDBConnection.class).duplicate());
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Puts whole numbers into a temporary table of this connection.
   *
   * @param table its name, a plain word; its only column is {@code n}
   */
  public void numbers(String table, long[] numbers) {
    execute("CREATE OR REPLACE TEMP TABLE " + table + " (n BIGINT)");
    try (DuckDBAppender rows =
        connection
            .unwrap(org.duckdb.DuckDBConnection.class)
            .createAppender("temp", "main", table)) {
      for (long number : numbers) {
        rows.beginRow();
        rows.append(number);
        rows.endRow();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs a statement without a result. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs a query and hands its rows, streamed, to a reader. */
  public <T> T query(String sql, RowsReader<T> reader) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return reader.read(rows);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The single number that a query gives. */
  public long number(String sql) {
    return query(
        sql,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  /** A text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A file as an SQL literal. */
  public static String literal(Path file) {
    return literal(file.toAbsolutePath().toString());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The engine's messages may quote values, so they go no further. */
  private static UncheckedIOException failure(SQLException e) {
    String text = e.getMessage() == null ? "" : e.getMessage();
    int colon = text.indexOf(':');
    String kind = colon > 0 && colon < 40 ? text.substring(0, colon) : "error";
    return new UncheckedIOException(new IOException("data engine: " + kind));
  }

  /** Reads the rows of a query. */
  @FunctionalInterface
  public interface RowsReader<T> {

    /** Reads what it wants; the rows are closed afterwards. */
    T read(ResultSet rows) throws SQLException;
  }
}
