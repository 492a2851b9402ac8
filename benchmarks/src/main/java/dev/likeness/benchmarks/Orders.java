package dev.likeness.benchmarks;

import dev.likeness.numerics.CounterRandom;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A seeded CSV file of twenty columns as shops have them: keys, names, e-mail addresses, dates,
 * moments, amounts of many and of few different values, names of few and of many kinds, a grade, a
 * flag, missing cells.
 */
final class Orders {

  private static final List<String> HEADER =
      List.of(
          "order_id,customer_email,first_name,last_name,city,country,segment,priority,paid,ordered",
          "shipped,quantity,unit_price,discount,total,weight,distance,rating,latitude,longitude");
  private static final List<String> PRIORITIES = List.of("low", "medium", "high");
  private static final List<String> SEGMENTS =
      List.of("Consumer", "Corporate", "Home Office", "Public", "Education");

  private Orders() {}

  static void write(Path file, int rows) throws IOException {
    CounterRandom random = CounterRandom.of(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", HEADER));
      out.newLine();
      StringBuilder line = new StringBuilder(256);
      for (int row = 0; row < rows; row++) {
        line.setLength(0);
        row(random, row, line);
        out.append(line);
      }
    }
  }

  private static void row(CounterRandom random, int row, StringBuilder line) {
    int first = (int) (2_000 * Math.pow(random.uniform(row, 0), 2));
    int last = (int) (20_000 * Math.pow(random.uniform(row, 1), 2));
    int city = (int) (800 * Math.pow(random.uniform(row, 2), 3));
    int quantity = 1 + (int) (20 * Math.pow(random.uniform(row, 3), 3));
    long cents = 99 + (long) (90_000 * Math.pow(random.uniform(row, 4), 2));
    int percent = random.uniform(row, 5) < 0.7 ? 0 : 5 * (int) (1 + 5 * random.uniform(row, 6));
    LocalDate day = LocalDate.of(2019, 1, 1).plusDays((int) (1_800 * random.uniform(row, 7)));
    LocalDateTime sent = day.atStartOfDay().plusSeconds((long) (864_000 * random.uniform(row, 8)));
    line.append(1_000_000 + row).append(',');
    line.append("user").append((long) (1e9 * random.uniform(row, 9))).append("@example.com,");
    line.append("Given").append(first).append(",Family").append(last).append(',');
    line.append("City ").append(city).append(",Country ").append(city % 40).append(',');
    line.append(SEGMENTS.get((int) (5 * random.uniform(row, 10)))).append(',');
    line.append(PRIORITIES.get((int) (3 * random.uniform(row, 11)))).append(',');
    line.append(random.uniform(row, 12) < 0.9 ? "yes" : "no").append(',').append(day).append(',');
    line.append(random.uniform(row, 13) < 0.05 ? "" : sent).append(',');
    line.append(quantity).append(',').append(decimal(cents / 100.0, 2)).append(',');
    line.append(percent).append(',');
    line.append(decimal(quantity * cents * (100 - percent) / 10_000.0, 2)).append(',');
    line.append(decimal(100 * random.uniform(row, 14), 3)).append(',');
    line.append(decimal(5_000 * Math.pow(random.uniform(row, 15), 4), 6)).append(',');
    line.append(random.uniform(row, 16) < 0.3 ? "NA" : 1 + (int) (5 * random.uniform(row, 17)));
    line.append(',').append(decimal(-60 + 130 * random.uniform(row, 18), 5)).append(',');
    line.append(decimal(-180 + 360 * random.uniform(row, 19), 5)).append('\n');
  }

  private static String decimal(double value, int places) {
    return java.math.BigDecimal.valueOf(value)
        .setScale(places, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
