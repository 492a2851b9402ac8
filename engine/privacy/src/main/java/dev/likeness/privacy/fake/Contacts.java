package dev.likeness.privacy.fake;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses by which people are reached. */
final class Contacts {

  private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");
  private static final int NUMBERS = 100_000;
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final Map<String, String> EXAMPLES = new ConcurrentHashMap<>();

  private Contacts() {}

  /**
   * An e-mail address that matches the name: the build of its first part stays, the domain is one
   * that nobody can own (RFC 2606); keyed, colleagues stay colleagues.
   */
  static String email(String original, DrawSource draws, Person person) {
    int at = original.indexOf('@');
    String local = at < 0 ? original : original.substring(0, at);
    String domain = at < 0 ? "" : original.substring(at + 1);
    Draw draw = draws.draw("email", original);
    String made =
        account(local, draws, person) + number(draw) + "@" + domain(domain, draws, person);
    return Shapes.inCaseOf(local, made);
  }

  private static String domain(String original, DrawSource draws, Person person) {
    Draw draw = draws.draw("domain", original.toLowerCase(java.util.Locale.ROOT));
    String root = DOMAINS.get(draw.below(DOMAINS.size()));
    if (draws.isFresh()) {
      return root;
    }
    List<String> words = person.pool().lorem();
    return Pool.slug(words.get(draw.below(words.size()))) + "." + root;
  }

  private static String number(Draw draw) {
    return Long.toString(draw.index(NUMBERS) + draw.round(NUMBERS) * NUMBERS);
  }

  /** A name to log in with that matches the name of the person. */
  static String username(String original, DrawSource draws, Person person) {
    String made = account(original, draws, person) + number(draws.draw("username", original));
    return Shapes.inCaseOf(original, made);
  }

  private static String account(String local, DrawSource draws, Person person) {
    String given = person.given().orElseGet(() -> firstWord(local));
    String family = person.family().orElseGet(() -> lastWord(local));
    String first = Pool.slug(Names.givenOf(given, draws, person));
    String last = Pool.slug(Names.familyOf(family, draws, person));
    char separator = separator(local);
    return separator == 0 ? first.charAt(0) + last : first + separator + last;
  }

  private static char separator(String local) {
    for (int i = 1; i < local.length() - 1; i++) {
      char c = local.charAt(i);
      if (c == '.' || c == '_' || c == '-') {
        return c;
      }
    }
    return 0;
  }

  private static String firstWord(String local) {
    return local.split("[._0-9-]+", 2)[0];
  }

  private static String lastWord(String local) {
    String letters = local.replaceAll("[0-9]+$", "");
    return letters.substring(1 + Math.max(letters.lastIndexOf('.'), letters.lastIndexOf('_')));
  }

  /** The build of an address. */
  static String specimen(String email) {
    int at = email.indexOf('@');
    char separator = separator(at < 0 ? email : email.substring(0, at));
    String local = separator == 0 ? "aa" : "aa" + separator + "aa";
    return Shapes.inCaseOf(email, at < 0 ? local : local + "@example.com");
  }

  /**
   * A phone number: its punctuation, length and country code stay. Of a new person in a known
   * country, one as they are written there.
   */
  static String phone(String like, DrawSource draws, Person person) {
    String number =
        draws.isFresh() ? person.region().map(region -> example(region, like)).orElse(like) : like;
    return Shapes.like(number, kept(number), draws.draw("phone", digits(like)));
  }

  /** Country code and, where it follows, the first digit of the national number stay. */
  private static int kept(String number) {
    int code = codeEnd(number);
    for (int i = code; i < number.length(); i++) {
      if (Character.isDigit(number.charAt(i))) {
        return i + 1 < number.length() ? i + 1 : code;
      }
    }
    return code;
  }

  private static int codeEnd(String number) {
    if (number.startsWith("+")) {
      String digits = digits(number);
      for (int length = 1; length <= 3 && length < digits.length(); length++) {
        int code = Integer.parseInt(digits.substring(0, length));
        if (!PHONES.getRegionCodeForCountryCode(code).equals("ZZ")) {
          return position(number, length);
        }
      }
    }
    return 0;
  }

  private static int position(String number, int digits) {
    int seen = 0;
    for (int i = 0; i < number.length(); i++) {
      if (Character.isDigit(number.charAt(i)) && ++seen == digits) {
        return i + 1;
      }
    }
    return number.length();
  }

  private static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String example(String region, String like) {
    boolean international = like.startsWith("+");
    return EXAMPLES.computeIfAbsent(
        region + international,
        key -> {
          PhoneNumber number = PHONES.getExampleNumberForType(region, PhoneNumberType.FIXED_LINE);
          if (number == null) {
            return like;
          }
          return PHONES.format(
              number, international ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.NATIONAL);
        });
  }

  /** Country code and punctuation of a number. */
  static String phoneSpecimen(String phone) {
    int code = codeEnd(phone);
    return phone.substring(0, code) + Shapes.specimen(phone.substring(code));
  }
}
