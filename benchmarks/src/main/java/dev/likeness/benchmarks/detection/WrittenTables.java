package dev.likeness.benchmarks.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Made-up tables as a text describes them: {@code ## name, locale} begins a table, a line {@code
 * header = labels = cells} describes a column. Cells are a word for what they are ({@code email}),
 * {@code of a; b; c} (any of these), {@code list a; b; c} (these in turn), {@code whole 1 9},
 * {@code real mean sd}, {@code date 1990 2000 pattern}, {@code counter 1}, or {@code mask ??##;
 * ~##} (capital letters, digits, small letters; any of these forms).
 */
final class WrittenTables {

  private WrittenTables() {}

  /** The tables of a resource beside this class. */
  static List<MadeUp> of(String resource) throws IOException {
    List<MadeUp> tables = new ArrayList<>();
    for (String line : text(resource).lines().toList()) {
      if (line.startsWith("## ")) {
        String[] head = line.substring(3).split(", ");
        MadeUp table = MadeUp.heldOut(head[0], Locale.forLanguageTag(head[1]));
        tables.add(head.length > 2 ? table.withoutHeader() : table);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        column(tables.getLast(), line);
      }
    }
    return tables;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = WrittenTables.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    }
  }

  private static void column(MadeUp table, String line) {
    String[] parts = line.split(" = ", 3);
    table.column(parts[0], parts[1].replace(", ", "|"), cells(table, parts[2].strip()));
  }

  private static MadeUp.Cells cells(MadeUp t, String text) {
    String[] words = text.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    String[] parts = rest.split(" ");
    return switch (words[0]) {
      case "of" -> t.any(rest.split("; "));
      case "list" -> inTurn(rest.split("; "));
      case "whole" -> t.whole(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      case "real" -> t.around(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      case "date" -> t.day(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
      case "counter" -> t.counter(Integer.parseInt(rest));
      case "mask" -> masked(t, rest.split("; "));
      default -> faked(t, words[0]);
    };
  }

  private static MadeUp.Cells faked(MadeUp t, String what) {
    Ids ids = new Ids(t.random);
    return switch (what) {
      case "first" -> row -> t.faker.name().firstName();
      case "last" -> row -> t.faker.name().lastName();
      case "full" -> row -> t.faker.name().firstName() + " " + t.faker.name().lastName();
      case "lastfirst" -> row -> t.faker.name().lastName() + ", " + t.faker.name().firstName();
      case "email" -> row -> t.faker.internet().emailAddress();
      case "phone" -> row -> t.faker.phoneNumber().phoneNumber();
      case "street" -> row -> t.faker.address().streetAddress();
      case "city" -> row -> t.faker.address().city();
      case "state" -> row -> t.faker.address().stateAbbr();
      case "country" -> row -> t.faker.address().country();
      case "company" -> row -> t.faker.company().name();
      case "job" -> row -> t.faker.job().title();
      case "user" -> row -> t.faker.credentials().username();
      case "ip" -> row -> t.faker.internet().publicIpV4Address();
      case "mac" -> row -> t.faker.internet().macAddress();
      case "uuid" -> row -> new java.util.UUID(t.random.nextLong(), t.random.nextLong());
      case "card" -> row -> ids.card();
      case "ssn" -> row -> ids.ssn();
      case "iban" -> row -> t.faker.finance().iban("DE");
      case "sentence" -> row -> t.faker.lorem().sentence();
      case "product" -> row -> t.faker.commerce().productName();
      default -> throw new IllegalArgumentException("cells = " + what + ", expected a known word");
    };
  }

  private static MadeUp.Cells inTurn(String... values) {
    return row -> values[row % values.length];
  }

  private static MadeUp.Cells masked(MadeUp t, String... masks) {
    return row -> masked(t, masks[t.random.nextInt(masks.length)]);
  }

  private static String masked(MadeUp t, String mask) {
    StringBuilder out = new StringBuilder();
    for (char c : mask.toCharArray()) {
      out.append(
          switch (c) {
            case '#' -> (char) ('0' + t.random.nextInt(10));
            case '?' -> (char) ('A' + t.random.nextInt(26));
            case '~' -> (char) ('a' + t.random.nextInt(26));
            default -> c;
          });
    }
    return out.toString();
  }
}
