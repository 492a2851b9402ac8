package dev.likeness.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of every service's tables at a moment, and bringing back those that went since. What was
 * already sent or handled is not brought back, or services would do it again.
 */
record DatabaseBackup(String url, String user, String password, List<Table> tables) {

  private static final String KEPT =
      "('inbox', 'outbox', 'idempotency_keys', 'flyway_schema_history', 'audit', 'erasures')";

  record Table(String schema, String name) {

    String here() {
      return schema + "." + name;
    }

    String kept() {
      return "backup." + schema + "_" + name;
    }
  }

  static DatabaseBackup take(String url, String user, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      List<Table> tables = tables(statement);
      statement.execute("create schema backup");
      for (Table table : tables) {
        statement.execute("create table " + table.kept() + " as table " + table.here());
      }
      return new DatabaseBackup(url, user, password, tables);
    }
  }

  private static List<Table> tables(Statement statement) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select table_schema, table_name from information_schema.tables"
                + " where table_schema in ('ingest', 'profiler', 'generator', 'evaluator')"
                + " and table_type = 'BASE TABLE' and table_name not in "
                + KEPT)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  /** Says how many rows came back. */
  int restore() throws SQLException {
    int restored = 0;
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (Table table : tables) {
        restored +=
            statement.executeUpdate(
                "insert into "
                    + table.here()
                    + " overriding system value table "
                    + table.kept()
                    + " on conflict do nothing");
      }
      statement.execute("drop schema backup cascade");
    }
    return restored;
  }

  @Override
  public String toString() {
    return tables.stream().map(Table::here).collect(Collectors.joining(", "));
  }
}
