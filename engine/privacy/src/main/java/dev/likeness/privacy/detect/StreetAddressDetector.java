package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import dev.likeness.table.Role;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where somebody lives: a street with a number, or a whole address. A part of one is a
 * quasi-identifier.
 */
@AutoService(Detector.class)
public final class StreetAddressDetector implements Detector {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?iUs)(?=.*\\d).*(\\b(street|st|avenue|ave|av|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|place|pl"
              + "|square|sq|terrace|way|parkway|pkwy|highway|hwy|circle|cir|trail|crescent|close|grove|alley|walk"
              + "|path|plaza|points?|rest|ridge|village|meadows?|apt|suite|unit|box|calle|c/|avda|avenida|paseo|plaza|camino|carrer|rue|chemin|allee|impasse|quai"
              + "|place|via|viale|piazza|corso|largo|vicolo|rua|travessa|praca|ul|ulica|aleja|al|os|plac|gata|vag)\\b"
              + "|(strasse|straße|str\\.|weg|platz|gasse|allee|ring|ufer|damm|straat|laan|plein|gracht|kade"
              + "|dijk|hof|singel|gatan|vägen|vagen|gade|vej|veien|gata|katu|tie)\\b).*");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.STREET_ADDRESS)
              .words("street_address")
              .values("are streets with a number", 5, StreetAddressDetector::street)
              .must(
                  "hold a digit and a letter",
                  value -> value.matches("(?s).*\\d.*") && value.matches("(?s).*\\p{L}{2}.*")),
          Clues.of(PiiType.STREET_ADDRESS)
              .words("street_part")
              .evenOfThings()
              .as(Role.QUASI_IDENTIFIER)
              .must(
                  "could be a street or a house number alone",
                  value -> value.length() <= 60 && !value.matches(".*[@:].*"))
              .fact(
                  "Streets stand with their numbers.",
                  -3,
                  column ->
                      column.share(
                              value ->
                                  value.matches("(?s).*\\d.*")
                                      && value.matches("(?s).*\\p{L}{3}.*"))
                          > 0.6)
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean street(String value) {
    return value.length() <= 200 && (NUMBERED.matcher(value).matches() || numbered(value));
  }

  private static boolean numbered(String value) {
    return value.matches("(?s)\\d+[a-zA-Z]? .*")
        && Arrays.stream(value.split("[ ,.\\n]+")).skip(1).anyMatch(Lexicon.get()::street);
  }
}
