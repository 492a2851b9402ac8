package dev.likeness.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Cell values that are known by a mark, and looking for them where none may be. */
final class Canaries {

  /** In every one of the marked values, and nowhere else in the world. */
  static final String MARK = "qzcanary";

  /** How many marked values there are: four in each row. */
  static final int VALUES = 10_000;

  private Canaries() {}

  /**
   * A table of people in which four values of each row are marked. The mark is no beginning that
   * all numbers of passports have, which new ones keep.
   */
  static String csv() {
    StringBuilder csv = new StringBuilder("full_name,email,passport_no,remark,age,colour\n");
    String[] colours = {"red", "green", "blue"};
    for (int i = 0; i < VALUES / 4; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "Ann %1$s%2$dx,%1$s%2$d@example.org,P%2$07d%1$s,\"called %1$s%2$d about the bill"
                  + " and the house\",%3$d,%4$s%n",
              MARK,
              i,
              18 + i % 60,
              colours[i % 3]));
    }
    return csv.toString();
  }

  /** Files below a folder that hold the mark. */
  static List<String> filesBelow(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        if (Files.isReadable(file) && isIn(file)) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean isIn(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return isIn(in);
    }
  }

  /** Whether a stream of bytes holds the mark. */
  static boolean isIn(InputStream in) throws IOException {
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    int matched = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      matched = b == mark[matched] ? matched + 1 : b == mark[0] ? 1 : 0;
      if (matched == mark.length) {
        return true;
      }
    }
    return false;
  }

  /** Whether bytes hold the mark, as UTF-8 or UTF-16. */
  static boolean isInBytes(byte[] bytes) {
    String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
    return narrow.contains(MARK) || narrow.replace("\0", "").contains(MARK);
  }

  /** Tables of every schema that have a row with the mark in it. */
  static List<String> tables(String url, String user, String password) throws SQLException {
    return tables(url, user, password, MARK);
  }

  /** Tables of every schema that have a row with a text in it. */
  static List<String> tables(String url, String user, String password, String text)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema in ('ingest','profiler','generator','evaluator')")) {
      while (tables.next()) {
        if (isInTable(connection, tables.getString(1), text)) {
          found.add(tables.getString(1));
        }
      }
    }
    return found;
  }

  private static boolean isInTable(Connection connection, String table, String text)
      throws SQLException {
    try (PreparedStatement look =
        connection.prepareStatement("select 1 from " + table + " t where t::text like ? limit 1")) {
      look.setString(1, "%" + text + "%");
      try (ResultSet row = look.executeQuery()) {
        return row.next();
      }
    }
  }
}
