package dev.likeness.table.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What headers call latitudes and longitudes, and where these may lie. */
public enum Coordinates {
  /** Degrees north of the equator. */
  LATITUDE(
      90,
      Set.of(
          "lat",
          "latitude",
          "latitud",
          "latitudine",
          "breitengrad",
          "breite",
          "geobreite",
          "breddegrad",
          "широта",
          "纬度",
          "緯度")),
  /** Degrees east of Greenwich. */
  LONGITUDE(
      180,
      Set.of(
          "lon",
          "lng",
          "long",
          "longitude",
          "longitud",
          "longitudine",
          "laengengrad",
          "längengrad",
          "länge",
          "laenge",
          "geolänge",
          "lengdegrad",
          "längd",
          "долгота",
          "经度",
          "經度",
          "経度"));

  private static final double NEARLY_ALL = 0.9;
  private static final String DEGREES = "([-+]?\\d{1,3}\\.\\d+)";
  private static final Pattern PAIR =
      Pattern.compile(
          "[\\[(]?\\s*"
              + DEGREES
              + "\\s*°?\\s*[NS]?\\s*[,;/ ]\\s*"
              + DEGREES
              + "\\s*°?\\s*[EWO]?\\s*[\\])]?");
  private static final Pattern POINT =
      Pattern.compile(
          "(?:SRID=\\d+;)?POINT\\s*\\(\\s*" + DEGREES + "\\s+" + DEGREES + "\\s*\\)",
          Pattern.CASE_INSENSITIVE);

  private final double bound;
  private final Set<String> names;

  Coordinates(double bound, Set<String> names) {
    this.bound = bound;
    this.names = names;
  }

  /** The largest size in degrees. */
  public double bound() {
    return bound;
  }

  /** Whether a header has a word for it. */
  public boolean named(String header) {
    return words(header).stream().anyMatch(names::contains);
  }

  /** Whether two headers name both of a pair: they agree but for the word that tells them apart. */
  public static boolean pair(String latitude, String longitude) {
    return LATITUDE.named(latitude)
        && LONGITUDE.named(longitude)
        && LATITUDE.rest(latitude).equals(LONGITUDE.rest(longitude));
  }

  /** Whether nearly all cells hold both, as {@code 48.2, 16.4} or {@code POINT (16.4 48.2)}. */
  public static boolean pairs(List<String> cells) {
    List<String> present = cells.stream().filter(cell -> !ValueShapes.missing(cell)).toList();
    long pairs = present.stream().filter(Coordinates::pair).count();
    return pairs > 0 && pairs >= NEARLY_ALL * present.size();
  }

  private static boolean pair(String cell) {
    Matcher plain = PAIR.matcher(cell.strip());
    if (plain.matches()) {
      return within(plain.group(1), LATITUDE) && within(plain.group(2), LONGITUDE);
    }
    Matcher point = POINT.matcher(cell.strip());
    return point.matches() && within(point.group(1), LONGITUDE) && within(point.group(2), LATITUDE);
  }

  private static boolean within(String degrees, Coordinates coordinate) {
    return Math.abs(Double.parseDouble(degrees)) <= coordinate.bound;
  }

  private List<String> rest(String header) {
    return words(header).stream().filter(word -> !names.contains(word)).toList();
  }

  private static List<String> words(String header) {
    String parted = header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
