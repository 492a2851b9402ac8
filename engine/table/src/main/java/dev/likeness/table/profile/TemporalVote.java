package dev.likeness.table.profile;

import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TemporalNames;
import dev.likeness.table.format.TemporalText;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How well one pattern reads a column, and what the moments are. */
final class TemporalVote {

  private static final ChronoUnit[] UNITS = {
    ChronoUnit.DAYS,
    ChronoUnit.HOURS,
    ChronoUnit.MINUTES,
    ChronoUnit.SECONDS,
    ChronoUnit.MILLIS,
    ChronoUnit.MICROS,
    ChronoUnit.NANOS
  };

  private final String pattern;
  private final TemporalNames names;
  private final TemporalText days;
  private Distincts moments = Distincts.kept();
  private final Optional<TemporalVote> stricter;
  private long parsed;
  private boolean took;
  private boolean joined;
  private int unit;
  private long unitNanos = nanos(UNITS[0]);

  /**
   * Without any moment yet.
   *
   * @param stricter reads a part of what this one does, the same way; this one leaves that to it
   */
  TemporalVote(TemporalFormat format, Optional<TemporalVote> stricter) {
    this.pattern = format.pattern();
    this.names = format.names();
    this.stricter = stricter;
    this.days = TemporalText.of(new TemporalFormat(pattern, ChronoUnit.DAYS, "").named(names));
  }

  /** Keeps no moment, only sums. */
  void sumUp() {
    moments = Distincts.summed(0);
  }

  /** Takes a value, unless the stricter vote, which is asked first, has just taken it. */
  boolean take(String cell, int from, int to, long count) {
    boolean left = stricter.isEmpty() || !stricter.get().took;
    took = left && take(days.parse(cell, from, to), count);
    return took;
  }

  boolean follows(TemporalVote other) {
    return stricter.filter(vote -> vote == other).isPresent();
  }

  /** Whether {@link #takePlain} is worth trying. */
  boolean isPlain() {
    return days.fixedLength() > 0;
  }

  /**
   * Takes a cell of just the pattern's length and returns where it ends; -1, and nothing taken,
   * where there is anything else before the end mark. The quick way for most moments.
   */
  int takePlain(byte[] cells, int from, byte end) {
    int to = from + days.fixedLength();
    boolean fits = to == cells.length || to < cells.length && cells[to] == end;
    return fits && take(days.parse(cells, from), 1) ? to : -1;
  }

  private boolean take(long day, long count) {
    if (day == TemporalColumn.MISSING) {
      return false;
    }
    parsed += count;
    long nanos = days.nanoOfDay();
    while (nanos % unitNanos != 0) {
      unitNanos = nanos(UNITS[++unit]);
    }
    moments.add(day * 86_400.0 + nanos / 1e9, count);
    return true;
  }

  private static long nanos(ChronoUnit unit) {
    return unit.getDuration().toNanos();
  }

  long parsed() {
    return parsed + stricter.map(TemporalVote::parsed).orElse(0L);
  }

  String pattern() {
    return pattern;
  }

  /** Whether nothing but digits is read, which might mean something else. */
  boolean isOfDigits() {
    return pattern.chars().allMatch(Character::isLetter);
  }

  /** Moments in seconds since the epoch, when all values were taken. */
  Distincts moments() {
    if (stricter.isPresent() && !joined) {
      moments.add(stricter.get().moments());
      joined = true;
    }
    return moments;
  }

  ChronoUnit unit() {
    ChronoUnit own = UNITS[unit];
    return stricter.map(TemporalVote::unit).filter(other -> other.compareTo(own) < 0).orElse(own);
  }

  TemporalFormat format(String missingToken) {
    return new TemporalFormat(pattern, unit(), missingToken).named(names);
  }
}
