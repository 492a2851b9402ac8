package dev.likeness.table.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.likeness.table.format.TemporalText;
import java.util.Locale;

/** What a column is, in a word for people. */
public enum Kind {
  /** Numbers. */
  @JsonProperty("numeric")
  NUMERIC,
  /** Names without an order. */
  @JsonProperty("nominal")
  NOMINAL,
  /** Names with an order. */
  @JsonProperty("ordinal")
  ORDINAL,
  /** Two names that mean yes and no. */
  @JsonProperty("boolean")
  BOOLEAN,
  /** Days. */
  @JsonProperty("date")
  DATE,
  /** Moments. */
  @JsonProperty("datetime")
  DATETIME,
  /** Times of the day. */
  @JsonProperty("time")
  TIME,
  /** A place on earth: a latitude, a longitude, or both in one cell. */
  @JsonProperty("geographic")
  GEOGRAPHIC,
  /** Says which row it is, or which person. */
  @JsonProperty("identifier")
  IDENTIFIER,
  /** Text that hardly repeats. */
  @JsonProperty("text")
  TEXT,
  /** One value only. */
  @JsonProperty("constant")
  CONSTANT,
  /** No value at all. */
  @JsonProperty("empty")
  EMPTY;

  /** The word that stands for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What values of a pattern are. */
  static Kind ofPattern(String pattern) {
    if (!TemporalText.hasDate(pattern)) {
      return TIME;
    }
    return TemporalText.hasTime(pattern) ? DATETIME : DATE;
  }

  boolean isTemporal() {
    return this == DATE || this == DATETIME || this == TIME;
  }

  boolean isNumeric() {
    return this == NUMERIC || this == GEOGRAPHIC;
  }
}
