package dev.likeness.table.format;

import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TemporalNames;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes dates and times of one pattern.
 *
 * <p>Letters: {@code uuuu uu MMMM MMM MM M dd d EEEE EEE HH H hh h mm ss S…S a XXX XX}; anything
 * else stands for itself, text between single quotes too. Days are those of the proleptic Gregorian
 * calendar. What is read with an offset from UTC is the moment in UTC, and written with an offset
 * of zero.
 *
 * <p><b>Missing:</b> {@link TemporalColumn#MISSING} reads from anything that does not fit and
 * writes as the missing token. <b>Thread-safe:</b> no.
 */
public final class TemporalText {

  private static final long DAY_NANOS = 86_400_000_000_000L;
  private static final int PIVOT = 30;
  private static final int ABBREVIATED = 3;
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> HALVES = List.of("AM", "PM");
  private static final int MOST_OFFSET = 18;
  private static final long[] FRACTION = new long[10];

  static {
    FRACTION[9] = 1;
    for (int i = 8; i >= 0; i--) {
      FRACTION[i] = FRACTION[i + 1] * 10;
    }
  }

  /** One piece of a pattern: a letter that repeats, or literal text. */
  private record Piece(char letter, int width, String literal, byte[] bytes) {

    /** Whether it is always as long, in digits or ASCII marks. */
    boolean isFixed() {
      return switch (letter) {
        case 'S' -> true;
        case 'E', 'a', 'X' -> false;
        case '\'' -> bytes.length == literal.length();
        default -> width == 2 || letter == 'u';
      };
    }
  }

  private final Piece[] pieces;
  private final TemporalNames names;
  private final boolean hasDate;
  private final long unitNanos;
  private final long unitsPerDay;
  private final byte[] missing;
  private final int fixedLength;

  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private long nano;
  private int half;
  private int offset;
  private long daysOff;

  private TemporalText(TemporalFormat format) {
    this.pieces = compile(format.pattern()).toArray(Piece[]::new);
    this.names = format.names();
    this.hasDate = hasDate(format.pattern());
    this.unitNanos =
        format.unit() == ChronoUnit.DAYS ? DAY_NANOS : format.unit().getDuration().toNanos();
    this.unitsPerDay = DAY_NANOS / unitNanos;
    this.missing = format.missingToken().getBytes(StandardCharsets.UTF_8);
    this.fixedLength = fixedLength(pieces);
  }

  private static int fixedLength(Piece[] pieces) {
    int length = 0;
    for (Piece piece : pieces) {
      if (!piece.isFixed()) {
        return -1;
      }
      length += piece.width + piece.bytes.length;
    }
    return length;
  }

  /**
   * For a format.
   *
   * @throws IllegalArgumentException when the pattern has a letter that is not known
   */
  public static TemporalText of(TemporalFormat format) {
    return new TemporalText(format);
  }

  /** Whether a pattern has a date. */
  public static boolean hasDate(String pattern) {
    return has(pattern, "ud");
  }

  /** Whether a pattern has a time of the day. */
  public static boolean hasTime(String pattern) {
    return has(pattern, "Hh");
  }

  private static boolean has(String pattern, String letters) {
    return compile(pattern).stream()
        .anyMatch(piece -> piece.width > 0 && letters.indexOf(piece.letter) >= 0);
  }

  private static List<Piece> compile(String pattern) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = pattern.indexOf('\'', end);
        if (end < 0) {
          throw new IllegalArgumentException("pattern has an open quote, expected it closed");
        }
        literal(pieces, end == at + 1 ? "'" : pattern.substring(at + 1, end));
        end++;
      } else if (Character.isLetter(c) && c < 128) {
        while (end < pattern.length() && pattern.charAt(end) == c) {
          end++;
        }
        pieces.add(letter(c, end - at));
      } else {
        literal(pieces, String.valueOf(c));
      }
      at = end;
    }
    return pieces;
  }

  private static void literal(List<Piece> pieces, String text) {
    pieces.add(new Piece('\'', 0, text, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Piece letter(char letter, int width) {
    boolean known =
        switch (letter) {
          case 'u' -> width == 2 || width == 4;
          case 'M' -> width <= 4;
          case 'd', 'H', 'h', 'm', 's' -> width <= 2;
          case 'E' -> width == 3 || width == 4;
          case 'S' -> width <= 9;
          case 'a' -> width == 1;
          case 'X' -> width == 2 || width == 3;
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException(
          "pattern = ..." + String.valueOf(letter).repeat(width) + "..., expected known letters");
    }
    return new Piece(letter, width, "", new byte[0]);
  }

  /** The value of a text in the format's unit, or {@link TemporalColumn#MISSING}. */
  public long parse(String text) {
    return parse(text, 0, text.length());
  }

  /** The value of a part of a text in the format's unit, or {@link TemporalColumn#MISSING}. */
  public long parse(String text, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return match(text, from, to) == to ? value() : TemporalColumn.MISSING;
  }

  /**
   * As {@link #parse(String)} of its UTF-8, without a text where all of the pattern are as long.
   */
  public long parse(byte[] cell) {
    return cell.length == fixedLength
        ? parse(cell, 0)
        : parse(new String(cell, StandardCharsets.UTF_8));
  }

  /** How many bytes every text of the pattern has; -1 where that differs or names occur. */
  public int fixedLength() {
    return fixedLength;
  }

  /**
   * As {@link #parse(String, int, int)} of as many bytes as the pattern always has, without a text.
   *
   * @param from where {@link #fixedLength} bytes begin
   */
  public long parse(byte[] text, int from) {
    begin();
    int at = from;
    for (Piece piece : pieces) {
      int end = at + piece.width + piece.bytes.length;
      if (piece.width == 0) {
        if (!literal(piece, text, at)) {
          return TemporalColumn.MISSING;
        }
      } else if (!digits(piece, text, at, end)) {
        return TemporalColumn.MISSING;
      }
      at = end;
    }
    return valid() ? value() : TemporalColumn.MISSING;
  }

  private static boolean literal(Piece piece, byte[] text, int from) {
    for (int i = 0; i < piece.bytes.length; i++) {
      if (text[from + i] != piece.bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean digits(Piece piece, byte[] text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    set(piece, value);
    return true;
  }

  private void begin() {
    year = 1970;
    month = 1;
    day = 1;
    hour = 0;
    minute = 0;
    second = 0;
    nano = 0;
    half = -1;
    offset = 0;
    daysOff = 0;
  }

  /** Where the match of the pattern from a position ends; -1 when it does not fit. */
  int match(String text, int from, int to) {
    begin();
    int at = from;
    for (Piece piece : pieces) {
      at = piece.width == 0 ? literal(piece, text, at, to) : piece(piece, text, at, to);
      if (at < 0) {
        return -1;
      }
    }
    if (!valid()) {
      return -1;
    }
    shift();
    return at;
  }

  /** Takes the time in UTC for the one that stands there. */
  private void shift() {
    if (offset != 0) {
      int minutes = hour * 60 + minute - offset;
      daysOff = Math.floorDiv(minutes, 1440);
      hour = Math.floorMod(minutes, 1440) / 60;
      minute = Math.floorMod(minutes, 60);
    }
  }

  private static int literal(Piece piece, String text, int at, int to) {
    if (piece.literal.length() == 1) {
      return at < to && text.charAt(at) == piece.literal.charAt(0) ? at + 1 : -1;
    }
    int end = at + piece.literal.length();
    return end <= to && text.startsWith(piece.literal, at) ? end : -1;
  }

  private int piece(Piece piece, String text, int at, int to) {
    return switch (piece.letter) {
      case 'M' -> piece.width > 2 ? monthName(piece, text, at, to) : digits(piece, text, at, to);
      case 'E' -> name(names.days(), DAYS, piece, text, at, to).end;
      case 'a' -> halfDay(piece, text, at, to);
      case 'X' -> offset(piece, text, at, to);
      default -> digits(piece, text, at, to);
    };
  }

  private int monthName(Piece piece, String text, int at, int to) {
    Named found = name(names.months(), MONTHS, piece, text, at, to);
    month = found.index + 1;
    return found.end;
  }

  private int halfDay(Piece piece, String text, int at, int to) {
    Named found = name(names.halves(), HALVES, piece, text, at, to);
    half = found.index;
    return found.end;
  }

  /** A name that was found; its end is -1 where there is none. */
  private record Named(int index, int end) {}

  /** The longest name that stands here, whatever its case. */
  private static Named name(
      List<String> own, List<String> english, Piece piece, String text, int at, int to) {
    Named best = new Named(-1, -1);
    for (int i = 0; i < english.size(); i++) {
      String name = own.isEmpty() ? english(english.get(i), piece) : own.get(i);
      int end = at + name.length();
      if (end > best.end && end <= to && text.regionMatches(true, at, name, 0, name.length())) {
        best = new Named(i, end);
      }
    }
    return best;
  }

  private static String english(String name, Piece piece) {
    return piece.width == 3 ? name.substring(0, ABBREVIATED) : name;
  }

  /** Reads {@code Z}, {@code +02:00} or {@code +0200} into minutes. */
  private int offset(Piece piece, String text, int at, int to) {
    if (at < to && text.charAt(at) == 'Z') {
      return at + 1;
    }
    int colon = piece.width - 2;
    int end = at + 5 + colon;
    boolean fits =
        end <= to
            && (text.charAt(at) == '+' || text.charAt(at) == '-')
            && (colon == 0 || text.charAt(at + 3) == ':');
    int hours = fits ? two(text, at + 1) : -1;
    int minutes = fits ? two(text, at + 3 + colon) : -1;
    if (hours < 0 || hours > MOST_OFFSET || minutes < 0 || minutes > 59) {
      return -1;
    }
    offset = (text.charAt(at) == '-' ? -1 : 1) * (hours * 60 + minutes);
    return end;
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private int digits(Piece piece, String text, int at, int to) {
    int end = at + piece.width;
    if (end > to) {
      return -1;
    }
    long value = 0;
    for (int i = at; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    if (piece.width == 1 && piece.letter != 'S' && end < to) {
      int digit = text.charAt(end) - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        end++;
      }
    }
    set(piece, value);
    return end;
  }

  private void set(Piece piece, long value) {
    int small = (int) value;
    switch (piece.letter) {
      case 'u' -> year = piece.width == 4 ? small : small < PIVOT ? 2000 + small : 1900 + small;
      case 'M' -> month = small;
      case 'd' -> day = small;
      case 'H' -> hour = small;
      case 'h' -> hour = small == 0 || small > 12 ? 99 : small % 12;
      case 'm' -> minute = small;
      case 's' -> second = small;
      default -> nano = value * FRACTION[piece.width];
    }
  }

  private boolean valid() {
    if (half == 1) {
      hour += 12;
    }
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= daysIn(year, month)
        && hour <= 23
        && minute <= 59
        && second <= 59;
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private long value() {
    long date = hasDate ? epochDay(year, month, day) + daysOff : 0;
    return date * unitsPerDay + nanoOfDay() / unitNanos;
  }

  /** Nanoseconds since midnight of the text parsed last. */
  public long nanoOfDay() {
    return ((hour * 60L + minute) * 60 + second) * 1_000_000_000L + nano;
  }

  /** Days from 1970-01-01, by eras of 400 years that begin in March. */
  private static long epochDay(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  private void civil(long epochDay) {
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097);
    long dayOfEra = z - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long m = (5 * dayOfYear + 2) / 153;
    day = (int) (dayOfYear - (153 * m + 2) / 5 + 1);
    month = (int) (m < 10 ? m + 3 : m - 9);
    year = (int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
  }

  /** Writes a value, or the missing token. */
  public void write(long value, TextBuffer out) {
    if (value == TemporalColumn.MISSING) {
      out.add(missing);
      return;
    }
    long epochDay = Math.floorDiv(value, unitsPerDay);
    long nanos = Math.floorMod(value, unitsPerDay) * unitNanos;
    civil(epochDay);
    nano = nanos % 1_000_000_000L;
    long seconds = nanos / 1_000_000_000L;
    second = (int) (seconds % 60);
    minute = (int) (seconds / 60 % 60);
    hour = (int) (seconds / 3600);
    for (Piece piece : pieces) {
      write(piece, epochDay, out);
    }
  }

  private void write(Piece piece, long epochDay, TextBuffer out) {
    switch (piece.letter) {
      case 'u' -> {
        int shown = Math.clamp(year, 0, 9999);
        out.addPadded(piece.width == 2 ? shown % 100 : shown, piece.width);
      }
      case 'M' -> month(piece, out);
      case 'd' -> out.addPadded(day, piece.width);
      case 'E' ->
          out.add(written(names.days(), DAYS, (int) Math.floorMod(epochDay + 3, 7L), piece));
      case 'H' -> out.addPadded(hour, piece.width);
      case 'h' -> out.addPadded(hour % 12 == 0 ? 12 : hour % 12, piece.width);
      case 'm' -> out.addPadded(minute, piece.width);
      case 's' -> out.addPadded(second, piece.width);
      case 'S' -> out.addPadded(nano / FRACTION[piece.width], piece.width);
      case 'a' -> out.add(written(names.halves(), HALVES, hour < 12 ? 0 : 1, piece));
      case 'X' -> out.add(piece.width == 2 ? "+0000" : "+00:00");
      default -> out.add(piece.bytes);
    }
  }

  private void month(Piece piece, TextBuffer out) {
    if (piece.width <= 2) {
      out.addPadded(month, piece.width);
    } else {
      out.add(written(names.months(), MONTHS, month - 1, piece));
    }
  }

  private static String written(List<String> own, List<String> english, int i, Piece piece) {
    return own.isEmpty() ? english(english.get(i), piece) : own.get(i);
  }

  /** A text as a literal of a pattern. */
  static String quoted(String literal) {
    boolean plain = literal.toLowerCase(Locale.ROOT).equals(literal.toUpperCase(Locale.ROOT));
    return literal.isEmpty() ? "" : plain ? literal : "'" + literal.replace("'", "''") + "'";
  }
}
