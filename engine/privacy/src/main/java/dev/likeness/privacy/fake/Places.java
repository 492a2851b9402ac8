package dev.likeness.privacy.fake;

import java.util.List;

/** Places, and what is at them. */
final class Places {

  private static final int HOUSES = 200;

  private Places() {}

  /** One of a list, in the case of the original. */
  static String oneOf(List<String> list, String label, String original, DrawSource draws) {
    if (list.isEmpty()) {
      return Shapes.like(original, draws.draw(label, original));
    }
    Draw draw = draws.draw(label, original.strip().toLowerCase(java.util.Locale.ROOT));
    return Shapes.inCaseOf(original, list.get(draw.below(list.size())));
  }

  /** A street and a house number, in the order of the original. */
  static String street(String like, DrawSource draws, Person person) {
    List<String> streets = person.pool().streets();
    Draw draw = draws.draw("street", like);
    long places = (long) HOUSES * streets.size();
    long index = draw.index(places);
    String street = streets.get((int) (index / HOUSES));
    String house = 1 + index % HOUSES + suffix(draw.round(places));
    boolean numbered = like.chars().anyMatch(Character::isDigit);
    boolean first = !like.isEmpty() && Character.isDigit(like.charAt(0));
    if (!numbered && !draws.isFresh()) {
      return Shapes.inCaseOf(like, street);
    }
    return Shapes.inCaseOf(like, first ? house + " " + street : street + " " + house);
  }

  private static String suffix(long round) {
    return round == 0 ? "" : "-" + round;
  }

  /** The order of number and street. */
  static String streetSpecimen(String street) {
    boolean first = !street.isEmpty() && Character.isDigit(street.charAt(0));
    return Shapes.inCaseOf(street, first ? "10 Aaa Aa" : "Aaa Aa 10");
  }

  /** A page that nobody owns. */
  static String url(String like, DrawSource draws, Person person) {
    Draw draw = draws.draw("url", like);
    List<String> words = person.pool().lorem();
    long index = draw.index(1_000_000);
    return "https://example.com/"
        + Pool.slug(words.get((int) (index % words.size())))
        + "/"
        + (index + draw.round(1_000_000) * 1_000_000);
  }

  /** Words that mean nothing, about as long as the original. */
  static String words(String like, DrawSource draws, Person person) {
    Draw draw = draws.draw("words", like);
    List<String> words = person.pool().lorem();
    StringBuilder out = new StringBuilder();
    while (out.length() < Math.max(3, like.length() - 4)) {
      out.append(out.isEmpty() ? "" : " ").append(words.get(draw.below(words.size())));
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    boolean closed = like.endsWith(".") || like.endsWith("!") || like.endsWith("?");
    return closed ? out.append('.').toString() : out.toString();
  }

  /** How long a text is, roughly. */
  static String wordsSpecimen(String text) {
    int length = Math.clamp((text.length() + 9) / 20 * 20, 10, 400);
    return "a".repeat(length) + (text.endsWith(".") ? "." : "");
  }

  /** A latitude or longitude with as many places. */
  static String coordinate(String like, DrawSource draws) {
    int point = like.indexOf('.');
    int places = point < 0 ? 0 : like.length() - point - 1;
    Draw draw = draws.draw("coordinate", like);
    String degrees = (like.startsWith("-") ? "-" : "") + draw.below(80);
    StringBuilder out = new StringBuilder(degrees);
    for (int i = 0; i < places; i++) {
      out.append(i == 0 ? "." : "").append((char) ('0' + draw.below(10)));
    }
    return out.toString();
  }
}
