package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Latitudes and longitudes. */
@AutoService(Detector.class)
public final class GeoCoordinateDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.GEO_COORDINATE)
              .words("geo_coordinate")
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
