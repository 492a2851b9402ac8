package dev.likeness.table.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  private List<String> rest(String header) {
    return words(header).stream().filter(word -> !names.contains(word)).toList();
  }

  private static List<String> words(String header) {
    String parted = header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
