package dev.likeness.privacy.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiphersTest {

  private static final DataKey KEY = DataKey.generate(KeyScope.dataset("default", "d1"));
  private static final int SHORT = 20_000;
  private static final int LONG = 1_000_000;

  private static TokenCipher tokens(String column) {
    return TokenCipher.deterministic(KEY.deterministic(), KEY.scope().associatedData(column));
  }

  private static FormatCipher format(String column) {
    return FormatCipher.of(
        KEY.subkey("fpe", 16), KEY.scope().associatedData(column), tokens(column));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789",
        "4111 1111 1111 1111",
        "+49 (0)30 1234-5678",
        "anna.smith@example.com",
        "AB-1234-cd",
        "Žižkov street 12",
        "Ärger & Söhne GmbH",
        "Ирина Ёлкина",
        "00000000000000000000"
      })
  void keepsFormatOrMakesATokenAndComesBack(String value) {
    FormatCipher cipher = format("c");
    String encrypted = cipher.encrypt(value);
    assertThat(encrypted).isNotEqualTo(value);
    assertThat(cipher.decrypt(encrypted)).isEqualTo(value);
    assertThat(TokenCipher.isToken(encrypted)).isEqualTo(!FormatCipher.holds(value));
    if (FormatCipher.holds(value)) {
      assertThat(shape(encrypted)).isEqualTo(shape(value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~1234567", "12345", "abcd", "李小龍", "a1", "Žižka 1234567", "----"})
  void whatFf1CannotHoldBecomesATokenAndComesBack(String value) {
    FormatCipher cipher = format("c");
    assertThat(FormatCipher.holds(value)).isFalse();
    assertThat(cipher.encrypt(value)).startsWith("~s");
    assertThat(cipher.decrypt(cipher.encrypt(value))).isEqualTo(value);
  }

  @Test
  void aValueThatIsTooLongBecomesAToken() {
    String value = "x".repeat(FormatCipher.LONGEST + 1);
    assertThat(format("c").encrypt(value)).startsWith("~s");
    assertThat(format("c").encrypt(value.substring(1))).hasSize(FormatCipher.LONGEST);
  }

  @Test
  void roundTripsLoseNothing() {
    int values = Boolean.getBoolean("long") ? LONG : SHORT;
    FormatCipher cipher = format("c");
    CounterRandom random = CounterRandom.of(7);
    long kept = 0;
    for (int row = 0; row < values; row++) {
      String value = value(random, row);
      String encrypted = cipher.encrypt(value);
      assertThat(cipher.decrypt(encrypted)).isEqualTo(value);
      kept += TokenCipher.isToken(encrypted) ? 0 : 1;
    }
    assertThat(kept).isBetween(values / 4L, values * 3L / 4);
  }

  @Test
  void permutesEveryFormatWithinItself() {
    FormatCipher cipher = format("c");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      seen.add(cipher.encrypt("A" + (100_000 + i)));
    }
    assertThat(seen).hasSize(5000).allMatch(text -> text.matches("[A-Z]\\d{6}"));
  }

  @Test
  void columnsDiffer() {
    assertThat(format("a").encrypt("0123456789")).isNotEqualTo(format("b").encrypt("0123456789"));
    assertThatExceptionOfType(UndecipherableException.class)
        .isThrownBy(() -> tokens("b").decrypt(tokens("a").encrypt("x")));
  }

  @Test
  void tokensNoticeEveryChange() {
    String token = tokens("a").encrypt("some value");
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThatExceptionOfType(UndecipherableException.class)
          .as("character %d", i)
          .isThrownBy(() -> tokens("a").decrypt(changed))
          .withMessageNotContaining("some value");
    }
  }

  @Test
  void randomisedTokensHideWhatIsEqual() {
    TokenCipher cipher = TokenCipher.randomised(KEY.randomised(), KEY.scope().associatedData("a"));
    assertThat(cipher.encrypt("x")).startsWith("~g").isNotEqualTo(cipher.encrypt("x"));
    assertThat(cipher.decrypt(cipher.encrypt("x"))).isEqualTo("x");
    assertThat(tokens("a").encrypt("x")).isEqualTo(tokens("a").encrypt("x"));
  }

  private static String shape(String text) {
    return text.replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a").replaceAll("\\d", "9");
  }

  /** Texts of 0 to 19 characters from several scripts, separators and marks included. */
  private static String value(CounterRandom random, int row) {
    String characters =
        row % 2 == 0
            ? "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .-@~"
            : "0123456789abcäöüßÉéñбвгДЖαβΓΔ _/,;\"'\n\tž漢€—";
    int length = (int) random.below(20, row, 0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt((int) random.below(characters.length(), row, i + 1)));
    }
    return text.toString();
  }
}
