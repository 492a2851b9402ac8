package dev.likeness.table.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a workbook shows a number: as itself, as a date, as a time, or with leading zeros.
 *
 * <p>Numbers have the 15 digits that spreadsheets show at most, and are never rounded further;
 * dates and times are written by ISO 8601, because the file does not say in whose country they are
 * shown.
 */
enum NumberShown {
  PLAIN,
  DATE,
  TIME,
  DATE_TIME;

  private static final MathContext SHOWN = new MathContext(15);
  private static final int MOST_ZEROS = 40;
  private static final double LAST_DAY = 2_958_466;
  private static final long DAY_MILLIS = 86_400_000;
  private static final Pattern UNSHOWN =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter FINE_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** What a format code, such as {@code yyyy-mm-dd}, makes of numbers. */
  static NumberShown byCode(String code) {
    int section = code.indexOf(';');
    String shown =
        UNSHOWN
            .matcher(section < 0 ? code : code.substring(0, section))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    if (shown.contains("general") || shown.indexOf('#') >= 0 || shown.indexOf('?') >= 0) {
      return PLAIN;
    }
    boolean clock = shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0;
    boolean day = shown.indexOf('y') >= 0 || shown.indexOf('d') >= 0;
    if (clock) {
      return day ? DATE_TIME : TIME;
    }
    return day || shown.indexOf('m') >= 0 ? DATE : PLAIN;
  }

  /** What a format that every workbook knows by its number makes of numbers. */
  static NumberShown builtIn(int id) {
    if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id >= 50 && id <= 58 || id == 36) {
      return DATE;
    }
    if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47) {
      return TIME;
    }
    return id == 22 ? DATE_TIME : PLAIN;
  }

  /** How many digits a code such as {@code 00000} shows at least; 0 for other codes. */
  static int zeros(String code) {
    boolean zeros =
        !code.isEmpty() && code.length() <= MOST_ZEROS && code.chars().allMatch(c -> c == '0');
    return zeros && code.length() > 1 ? code.length() : 0;
  }

  /**
   * A number as text.
   *
   * @param raw as it stands in the file
   * @param zeros digits that are shown at least
   * @param since1904 whether days are counted from 1904
   * @throws NumberFormatException when it is no number
   */
  String show(String raw, int zeros, boolean since1904) {
    if (raw.length() > 64) {
      throw new NumberFormatException("too long");
    }
    double value = Double.parseDouble(raw);
    if (this != PLAIN && value >= 0 && value < LAST_DAY) {
      return moment(value, since1904);
    }
    String plain = plain(raw);
    return zeros > plain.length() && plain.chars().allMatch(c -> c >= '0' && c <= '9')
        ? "0".repeat(zeros - plain.length()) + plain
        : plain;
  }

  private static String plain(String raw) {
    BigDecimal exact = new BigDecimal(raw.strip()).round(SHOWN);
    if (exact.signum() == 0) {
      return "0";
    }
    BigDecimal shown = exact.stripTrailingZeros();
    return Math.abs((long) shown.precision() - shown.scale()) > 21 || shown.scale() > 40
        ? shown.toString()
        : shown.toPlainString();
  }

  private String moment(double serial, boolean since1904) {
    long millis = Math.round(serial * DAY_MILLIS);
    long days = Math.floorDiv(millis, DAY_MILLIS);
    long inDay = Math.floorMod(millis, DAY_MILLIS);
    if (this == TIME) {
      return elapsed(days, inDay);
    }
    LocalDateTime at =
        epoch(days, since1904).plusDays(days).atStartOfDay().plusNanos(inDay * 1_000_000);
    return this == DATE && inDay == 0
        ? at.toLocalDate().toString()
        : at.toLocalDate() + " " + (inDay % 1000 == 0 ? CLOCK : FINE_CLOCK).format(at);
  }

  /** The first spreadsheets took 1900 for a leap year, and all others must. */
  private static LocalDate epoch(long days, boolean since1904) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1);
    }
    return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
  }

  private static String elapsed(long days, long inDay) {
    long hours = days * 24 + inDay / 3_600_000;
    long millis = inDay % 1000;
    String clock =
        String.format(Locale.ROOT, "%02d:%02d:%02d", hours, inDay / 60_000 % 60, inDay / 1000 % 60);
    return millis == 0 ? clock : clock + String.format(Locale.ROOT, ".%03d", millis);
  }
}
