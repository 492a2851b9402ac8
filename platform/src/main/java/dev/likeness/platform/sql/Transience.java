package dev.likeness.platform.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;

/** Tells failures that pass by themselves (database or broker away) from those that stay. */
public final class Transience {

  private static final int DEPTH = 20;

  private Transience() {}

  /** Whether doing the same again later may well succeed. */
  public static boolean passes(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (passesItself(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean passesItself(Throwable cause) {
    return switch (cause) {
      case SQLException e -> passes(Optional.ofNullable(e.getSQLState()));
      case RetriableException e -> true;
      case java.net.ConnectException e -> true;
      case java.net.SocketException e -> true;
      case jakarta.transaction.RollbackException e -> e.getCause() == null;
      case IOException e -> false;
      default -> false;
    };
  }

  /**
   * By class of SQL state: connection (08), rollback (40), resources (53), intervention (57),
   * system (58), lock not available (55P03). No state at all comes from the pool: no connection to
   * be had.
   */
  private static boolean passes(Optional<String> state) {
    return state
        .map(
            s ->
                s.startsWith("08")
                    || s.startsWith("40")
                    || s.startsWith("53")
                    || s.startsWith("57")
                    || s.startsWith("58")
                    || s.equals("55P03"))
        .orElse(true);
  }
}
