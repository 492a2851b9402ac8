package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Latitudes and longitudes. */
@AutoService(Detector.class)
public final class GeoCoordinateDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.GEO_COORDINATE)
              .called(
                  """
              lat, lon, lng, long, latitude, longitude, gps lat, gps lon, latitud, longitud,
              breitengrad, langengrad, breite, lange, latitudine, longitudine, breedtegraad,
              lengtegraad, szerokosc geograficzna, dlugosc geograficzna, gps, coordinates,
              geo location, geolocation, lat long, latlon, coordenadas, koordinaten, geo point,
              home lat, home lon
              """)
              .mentioned(
                  """
              latitude, longitude, gps, lat, lng, lon, coordinates, geolocation
              """)
              .unless(
                  """
              term, error, accuracy, precision
              """)
              .values(
                  "are a latitude and a longitude",
                  6,
                  Shapes.like("\\(?-?\\d{1,2}\\.\\d{3,}[,; ]+-?\\d{1,3}\\.\\d{3,}\\)?"))
              .must(
                  "are numbers of degrees",
                  Shapes.like("(POINT ?)?\\(?[-+]?\\d{1,3}([.,]\\d+)?[°NSEW]?.*"))
              .fact(
                  "Its values go beyond 180 degrees.",
                  -9,
                  column -> column.numeric() && column.within(-180, 180) < 0.99));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
