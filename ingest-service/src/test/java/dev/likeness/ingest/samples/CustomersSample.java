package dev.likeness.ingest.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Makes the bundled sample {@code customers.csv}: people who do not exist, in a table that behaves
 * like a real one.
 *
 * <p>How the columns depend on one another, so that a model has something to learn:
 *
 * <ul>
 *   <li>{@code email} is made from the names; a second person of the same name gets a number.
 *   <li>{@code phone} has the area code of {@code city}.
 *   <li>{@code plan} shifts from free to business with age; {@code monthly_spend} follows the plan
 *       and grows with the time since {@code signup_date}; customers of the free plan spend
 *       nothing.
 *   <li>{@code support_tickets} grow with time, {@code satisfaction} falls with tickets.
 *   <li>{@code churned} is likelier after many tickets, with low satisfaction and on small plans.
 *   <li>{@code satisfaction} is missing for every fifth, more often for those who left; {@code
 *       phone} and {@code birth_date} are missing here and there.
 * </ul>
 *
 * <p>Run {@code main} with the path of the file to make it again. The same version of Datafaker
 * gives the same bytes.
 */
final class CustomersSample {

  private static final long SEED = 20_260_101;
  private static final int ROWS = 2_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");
  private static final List<String> PLANS = List.of("free", "basic", "plus", "business");
  private static final double[] PRICES = {0, 9.9, 24.9, 79};
  private static final String HEADER =
      "customer_id,given_name,family_name,email,phone,birth_date,city,signup_date,plan,"
          + "monthly_spend,support_tickets,satisfaction,newsletter,churned";

  /**
   * A city, its share of the customers and its telephone range kept for drama.
   *
   * @param name of the city
   * @param share of the customers
   * @param range all but the last three digits
   */
  private record City(String name, double share, String range) {}

  private static final List<City> CITIES =
      List.of(
          new City("London", 0.29, "+44 20 7946 0"),
          new City("Manchester", 0.13, "+44 161 496 0"),
          new City("Birmingham", 0.11, "+44 121 496 0"),
          new City("Glasgow", 0.09, "+44 141 496 0"),
          new City("Leeds", 0.08, "+44 113 496 0"),
          new City("Liverpool", 0.07, "+44 151 496 0"),
          new City("Bristol", 0.06, "+44 117 496 0"),
          new City("Sheffield", 0.05, "+44 114 496 0"),
          new City("Edinburgh", 0.05, "+44 131 496 0"),
          new City("Leicester", 0.04, "+44 116 496 0"),
          new City("Nottingham", 0.03, "+44 115 496 0"));

  private final Random random = new Random(SEED);
  private final Faker faker = new Faker(Locale.UK, new Random(SEED + 1));
  private final Map<String, Integer> namesakes = new HashMap<>();
  private final Set<String> phones = new HashSet<>();

  private CustomersSample() {}

  /** Writes the file. */
  public static void main(String... arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text());
  }

  /** The whole file, lines ended by LF. */
  static String text() {
    CustomersSample sample = new CustomersSample();
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < ROWS; i++) {
      text.append(sample.row(i)).append('\n');
    }
    return text.toString();
  }

  private String row(int number) {
    String given = faker.name().firstName();
    String family = faker.name().lastName();
    City city = city();
    int age =
        (int) Math.clamp(18 + 14 * Math.abs(random.nextGaussian()) + random.nextInt(18), 18, 90);
    long days = 30 + (long) (2_400 * StrictMath.pow(random.nextDouble(), 1.4));
    int plan = plan(age);
    int tickets = tickets(days);
    int satisfaction = satisfaction(tickets);
    boolean churned = random.nextDouble() < churnRisk(plan, tickets, satisfaction, days);
    return String.join(
        ",",
        "C-" + (100_001 + number),
        given,
        family,
        email(given, family),
        unless(0.03, phone(city)),
        unless(0.05, TODAY.minus(age * 365L + random.nextInt(365), ChronoUnit.DAYS).toString()),
        city.name(),
        TODAY.minus(days, ChronoUnit.DAYS).toString(),
        PLANS.get(plan),
        spend(plan, days),
        Integer.toString(tickets),
        unless(churned ? 0.35 : 0.16, Integer.toString(satisfaction)),
        random.nextDouble() < 0.35 + 0.1 * plan ? "yes" : "no",
        Boolean.toString(churned));
  }

  private City city() {
    double left = random.nextDouble();
    for (City city : CITIES) {
      left -= city.share();
      if (left < 0) {
        return city;
      }
    }
    return CITIES.getLast();
  }

  private int plan(int age) {
    double wealth = (age - 18) / 40.0 + 0.6 * random.nextGaussian();
    return wealth < 0.1 ? 0 : wealth < 0.6 ? 1 : wealth < 1.2 ? 2 : 3;
  }

  private int tickets(long days) {
    double expected = 0.3 + days / 700.0;
    int tickets = 0;
    for (double left = random.nextDouble(); left > StrictMath.exp(-expected); tickets++) {
      left *= random.nextDouble();
    }
    return tickets;
  }

  private int satisfaction(int tickets) {
    return (int) Math.clamp(Math.round(4.4 - 0.45 * tickets + 0.9 * random.nextGaussian()), 1, 5);
  }

  private static double churnRisk(int plan, int tickets, int satisfaction, long days) {
    double score = 0.6 - 0.45 * plan + 0.3 * tickets - 0.55 * satisfaction - days / 3_000.0;
    return 1 / (1 + StrictMath.exp(-score));
  }

  private String spend(int plan, long days) {
    double grown =
        PRICES[plan] * (1 + days / 6_000.0) * StrictMath.exp(0.15 * random.nextGaussian());
    return String.format(Locale.ROOT, "%.2f", grown);
  }

  private String email(String given, String family) {
    String name = (given + "." + family).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    int count = namesakes.merge(name, 1, Integer::sum);
    String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
    return name + (count == 1 ? "" : count) + "@" + domain;
  }

  private String phone(City city) {
    String phone;
    do {
      phone = city.range() + String.format(Locale.ROOT, "%03d", random.nextInt(1_000));
    } while (!phones.add(phone));
    return phone;
  }

  private String unless(double missing, String value) {
    return random.nextDouble() < missing ? "" : value;
  }
}
