package dev.likeness.privacy.detect;

import dev.likeness.table.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The scoring table of a detector, in log-odds.
 *
 * <table>
 *   <caption>What counts how much</caption>
 *   <tr><td>to begin with (few columns hold a given type)</td><td>−4</td></tr>
 *   <tr><td>the same where a column has no name that could say otherwise</td><td>−2.2</td></tr>
 *   <tr><td>the header, people and fillers left out, is one of {@code [called]}</td><td>+6.5</td></tr>
 *   <tr><td>it contains one of {@code [mentioned]}</td><td>+5</td></tr>
 *   <tr><td>the same in a header of more than ten words</td><td>+2.5</td></tr>
 *   <tr><td>it is one of {@code [called]} but for words that no list knows</td><td>+4.6</td></tr>
 *   <tr><td>it contains one of {@code [hinted]}</td><td>+2.5</td></tr>
 *   <tr><td>it speaks of a thing, a count or a flag ({@code [unless]})</td><td>−6</td></tr>
 *   <tr><td>values pass a test ({@link #values}): all, or a share of them above 40%</td><td>up to
 *   its strength</td></tr>
 *   <tr><td>hardly any value passes a test that all must pass ({@link #must})</td><td>−8</td></tr>
 *   <tr><td>a fact about the whole column ({@link #fact}, {@link #whole})</td><td>its
 *   weight</td></tr>
 * </table>
 *
 * <p>Without a word in the header and without a value that passes there is no evidence at all.
 */
public final class Clues {

  private static final double START = -4;
  private static final double NAMELESS = -2.2;
  private static final double CALLED = 6.5;
  private static final double MENTIONED = 5;
  private static final double FAMILIAR = 4.6;
  private static final double HINTED = 2.5;
  private static final int QUESTION = 10;
  private static final int LETTERS = 3;
  private static final double SPOILED = -6;
  private static final double REFUSED = -8;
  private static final double NONE = 0.4;
  private static final double ALL = 0.85;
  private static final double HARDLY = 0.3;

  private final PiiType type;
  private final List<ValueTest> tests = new ArrayList<>();
  private final List<ValueTest> musts = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> wholes = new ArrayList<>();
  private Vocabulary words = Vocabulary.none();
  private Role role;
  private boolean anyThing;

  private record ValueTest(String sign, double strength, Predicate<String> accepts) {}

  private record Fact(String sign, double weight, Predicate<ColumnView> holds) {}

  private Clues(PiiType type) {
    this.type = type;
    this.role = type.role();
  }

  /** Clues to a type; to be completed before it is shared. */
  public static Clues of(PiiType type) {
    return new Clues(type);
  }

  /**
   * The words by which such columns are known.
   *
   * @param list name of the {@linkplain Vocabulary word list}
   */
  public Clues words(String list) {
    words = Vocabulary.named(list);
    return this;
  }

  /** Words for things and counts are no objection. */
  public Clues evenOfThings() {
    anyThing = true;
    return this;
  }

  /** The role, where it is not the usual one of the type. */
  public Clues as(Role other) {
    role = other;
    return this;
  }

  /**
   * A test that speaks for the type.
   *
   * @param sign ends the sentence "its values …"
   * @param strength log-odds where all values pass
   */
  public Clues values(String sign, double strength, Predicate<String> accepts) {
    tests.add(new ValueTest(sign, strength, accepts));
    return this;
  }

  /**
   * Values of the word list speak for the type.
   *
   * @param sign ends the sentence "its values …"
   * @param strength log-odds where all values are such
   */
  public Clues listed(String sign, double strength) {
    return values(sign, strength, words::tells);
  }

  /**
   * A test that hardly any value of another type passes, and all of this type do.
   *
   * @param sign ends the sentence "its values …"
   */
  public Clues must(String sign, Predicate<String> accepts) {
    musts.add(new ValueTest(sign, REFUSED, accepts));
    return this;
  }

  /**
   * A fact about the column.
   *
   * @param sign a whole sentence
   */
  public Clues fact(String sign, double weight, Predicate<ColumnView> holds) {
    facts.add(new Fact(sign, weight, holds));
    return this;
  }

  /**
   * A fact that speaks for the type by itself, whatever the column is called.
   *
   * @param sign a whole sentence
   */
  public Clues whole(String sign, double weight, Predicate<ColumnView> holds) {
    wholes.add(new Fact(sign, weight, holds));
    return this;
  }

  /** What they are clues to. */
  public PiiType type() {
    return type;
  }

  /** The phrases by which such columns are called. */
  Set<Phrase> phrases() {
    return words.phrases();
  }

  /** The sum of what speaks for and against. */
  public Optional<Evidence> weigh(ColumnView column) {
    List<String> signs = new ArrayList<>();
    double header = header(column.header().ofWhat(), signs);
    double values = values(column, signs) + facts(wholes, column, signs);
    if (header <= 0 && values <= 0) {
      return Optional.empty();
    }
    double start = column.header().missing() ? NAMELESS : START;
    double odds = start + header + values + refused(column, signs) + facts(facts, column, signs);
    return Optional.of(new Evidence(type, role, odds, header >= MENTIONED, values > 0, signs));
  }

  private double header(Header header, List<String> signs) {
    if (cores(header).stream().anyMatch(words::calls)) {
      signs.add("Its name is one that " + type.plural() + " have.");
      return CALLED;
    }
    List<Phrase> mentioned = words.mentionedIn(header);
    if (!mentioned.isEmpty()) {
      boolean vague = header.words().size() > QUESTION && !header.addressed();
      signs.add("Its name speaks of " + type.plural() + ".");
      return (vague ? HINTED : MENTIONED) + spoiled(header, mentioned, signs);
    }
    if (called(header)) {
      signs.add(
          "Its name is one that " + type.plural() + " have, but for a code that no list knows.");
      return FAMILIAR;
    }
    List<Phrase> hinted = words.hintedIn(header);
    if (!hinted.isEmpty()) {
      signs.add("Its name may mean " + type.plural() + ".");
      return HINTED + spoiled(header, hinted, signs);
    }
    return 0;
  }

  /** A short code that nobody knows cannot change what the other words say. */
  private boolean called(Header header) {
    return header.coded()
        && cores(new Header(header.familiar())).stream()
            .anyMatch(core -> letters(core) >= LETTERS && words.calls(core));
  }

  private static int letters(Header header) {
    return header.words().stream().mapToInt(String::length).sum();
  }

  /** The name, and what is left of it without words that say whose it is, of what kind, or when. */
  private List<Header> cores(Header header) {
    Header bare = header.without(Words.PERSONS_AND_FILLERS);
    return role == Role.DIRECT_IDENTIFIER
        ? List.of(header, header.without(Words.PERSONS), bare)
        : List.of(header, header.without(Words.PERSONS), bare, header.without(Words.ALL_BUT_CORE));
  }

  private double spoiled(Header header, List<Phrase> phrases, List<String> signs) {
    boolean spoiled =
        header.words().stream()
            .filter(word -> phrases.stream().noneMatch(phrase -> phrase.covers(word)))
            .anyMatch(word -> words.spoiledBy(word) || !anyThing && thing(word));
    if (spoiled) {
      signs.add("Its name speaks of a thing, a count or a flag as well.");
    }
    return spoiled ? SPOILED : 0;
  }

  private static boolean thing(String word) {
    return Words.THINGS_AND_COUNTS.contains(word) && !Words.FILLERS.contains(word);
  }

  private double values(ColumnView column, List<String> signs) {
    double sum = 0;
    for (ValueTest test : tests) {
      double share = column.share(test.accepts());
      double weight = test.strength() * Math.clamp((share - NONE) / (ALL - NONE), 0, 1);
      if (weight > 0) {
        signs.add(percent(share) + " of its values " + test.sign() + ".");
        sum += weight;
      }
    }
    return sum;
  }

  private double refused(ColumnView column, List<String> signs) {
    double sum = 0;
    for (ValueTest test : musts) {
      double share = column.share(test.accepts());
      if (!column.values().isEmpty() && share < HARDLY) {
        signs.add("Only " + percent(share) + " of its values " + test.sign() + ".");
        sum += test.strength();
      }
    }
    return sum;
  }

  private static double facts(List<Fact> facts, ColumnView column, List<String> signs) {
    double sum = 0;
    for (Fact fact : facts) {
      if (fact.holds().test(column)) {
        signs.add(fact.sign());
        sum += fact.weight();
      }
    }
    return sum;
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
