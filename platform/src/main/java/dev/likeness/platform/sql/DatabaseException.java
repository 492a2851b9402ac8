package dev.likeness.platform.sql;

import java.sql.SQLException;

/**
 * A statement failed. The message carries the SQL state only: a server's message may quote values.
 */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wraps what the driver said. */
  public DatabaseException(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
  }
}
