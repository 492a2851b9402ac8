package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Pages and pictures that belong to somebody. */
@AutoService(Detector.class)
public final class PersonalUrlDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.URL_PERSONAL)
              .called(
                  """
              website, web site, web, homepage, home page, personal website, personal url, url,
              profile url, profile link, linkedin, linkedin url, linkedin profile, twitter,
              twitter handle, facebook, instagram, github, blog, avatar, avatar url, photo,
              photo url, photo path, picture, profile picture, image, webseite, internetseite,
              pagina web, sitio web, site web, site internet, sito web, strona www,
              strona internetowa, hemsida, social media
              """)
              .mentioned(
                  """
              linkedin, facebook, twitter, instagram, photo url, photo path, avatar, profile url,
              personal url, website
              """)
              .hinted(
                  """
              url, link, photo, web, site
              """)
              .unless(
                  """
              video, product, article, thumbnail, shares, request, referrer, referer, followers,
              count, ads, spend, budget, posts, likes
              """)
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
