package dev.likeness.privacy.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST's nine samples: "FF1samples.pdf", Cryptographic Standards and Guidelines, SP 800-38G. */
class Ff1Test {

  private static final String AES_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
  private static final String AES_192 = AES_128 + "EF4359D8D580AA4F";
  private static final String AES_256 = AES_192 + "7F036D6F04FC6A94";

  @ParameterizedTest
  @CsvSource({
    AES_128 + ",'',10,0123456789,2433477484",
    AES_128 + ",39383736353433323130,10,0123456789,6124200773",
    AES_128 + ",3737373770717273373737,36,0123456789abcdefghi,a9tv40mll9kdu509eum",
    AES_192 + ",'',10,0123456789,2830668132",
    AES_192 + ",39383736353433323130,10,0123456789,2496655549",
    AES_192 + ",3737373770717273373737,36,0123456789abcdefghi,xbj3kv35jrawxv32ysr",
    AES_256 + ",'',10,0123456789,6657667009",
    AES_256 + ",39383736353433323130,10,0123456789,1001623463",
    AES_256 + ",3737373770717273373737,36,0123456789abcdefghi,xs8a0azh2avyalyzuwd"
  })
  void givesTheSamplesOfNist(String key, String tweak, int radix, String plain, String cipher) {
    HexFormat hex = HexFormat.of();
    Ff1 ff1 = Ff1.of(hex.parseHex(key), radix, hex.parseHex(tweak));
    assertThat(text(ff1.encrypt(symbols(plain)))).isEqualTo(cipher);
    assertThat(text(ff1.decrypt(symbols(cipher)))).isEqualTo(plain);
  }

  @Test
  void refusesDomainsBelowAMillion() {
    Ff1 ff1 = Ff1.of(new byte[16], 10, new byte[0]);
    assertThat(Ff1.holds(10, 5)).isFalse();
    assertThat(Ff1.holds(10, 6)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> ff1.encrypt(new byte[5]));
  }

  @Test
  void refusesRadicesThatDoNotFitABytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ff1.of(new byte[16], 257, new byte[0]))
        .withMessageContaining("2 to 256");
  }

  private static byte[] symbols(String text) {
    byte[] symbols = new byte[text.length()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) Character.digit(text.charAt(i), 36);
    }
    return symbols;
  }

  private static String text(byte[] symbols) {
    StringBuilder text = new StringBuilder();
    for (byte symbol : symbols) {
      text.append(Character.forDigit(symbol, 36));
    }
    return text.toString();
  }
}
