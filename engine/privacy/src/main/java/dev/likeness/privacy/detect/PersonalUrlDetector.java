package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Pages and pictures that belong to somebody. */
@AutoService(Detector.class)
public final class PersonalUrlDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.URL_PERSONAL)
              .words("url_personal")
              .values("are web addresses", 4, PersonalUrlDetector::valid)
              .must(
                  "are web addresses or handles",
                  value ->
                      valid(value)
                          || value.matches("@\\w{2,30}|[a-z0-9-]+(\\.[a-z0-9-]+)+(/\\S*)?")));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean valid(String value) {
    return value.matches("(?i)(https?|ftp)://\\S+|www\\.\\S+\\.\\S+");
  }
}
