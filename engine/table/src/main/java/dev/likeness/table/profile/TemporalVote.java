package dev.likeness.table.profile;

import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TemporalNames;
import dev.likeness.table.format.TemporalText;
import java.time.temporal.ChronoUnit;

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
  private long parsed;
  private int unit;
  private long unitNanos = nanos(UNITS[0]);

  TemporalVote(TemporalFormat format) {
    this.pattern = format.pattern();
    this.names = format.names();
    this.days = TemporalText.of(new TemporalFormat(pattern, ChronoUnit.DAYS, "").named(names));
  }

  /** Keeps no moment, only sums. */
  void sumUp() {
    moments = Distincts.summed(0);
  }

  boolean take(String cell, int from, int to, long count) {
    long day = days.parse(cell, from, to);
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
    return parsed;
  }

  String pattern() {
    return pattern;
  }

  /** Whether nothing but digits is read, which might mean something else. */
  boolean isOfDigits() {
    return pattern.chars().allMatch(Character::isLetter);
  }

  /** Moments in seconds since the epoch. */
  Distincts moments() {
    return moments;
  }

  ChronoUnit unit() {
    return UNITS[unit];
  }

  TemporalFormat format(String missingToken) {
    return new TemporalFormat(pattern, UNITS[unit], missingToken).named(names);
  }
}
