package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownWordsTest {

  private static final KnownWords WORDS =
      KnownWords.of(
          Phrase.list("ethnicity, religion, smoker, hometown, allergy, diabet*, *krankheit"),
          Set.of("customer", "gehalt"));

  @ParameterizedTest
  @CsvSource({
    "smokers,smoker",
    "allergies,allergy",
    "rlgn,religion",
    "ethnici,ethnicity",
    "homtown,homtown",
    "ethnicicty,ethnicity",
    "ethnicit,ethnicity",
    "hometown,hometown",
    "diabetiker,diabetiker",
    "suchtkrankheit,suchtkrankheit",
    "religon,religon"
  })
  void readsWhatIsMeant(String written, String meant) {
    assertThat(WORDS.meant(written)).containsExactly(meant);
  }

  @Test
  void takesApartWhatIsWrittenTogether() {
    assertThat(WORDS.meant("customerreligion")).containsExactly("customer", "religion");
    assertThat(WORDS.meant("custsmoker")).containsExactly("customer", "smoker");
  }

  @Test
  void leavesOtherWordsAlone() {
    for (String word : List.of("rlg", "velocity", "smok", "x", "7", "region")) {
      assertThat(WORDS.meant(word)).as(word).containsExactly(word);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GNDR_CD,gender cd",
    "CUST_DOB_DT,customer dob date",
    "mrtl_sts,marital status",
    "ADDR_LN1,address ln 1",
    "Ethnicities,ethnicity",
    "Staatsangehoerigkeit,staatsangehorigkeit"
  })
  void namesOfMainframesBecomeWords(String name, String words) {
    assertThat(String.join(" ", Header.of(name, Detectors.vocabulary()).words())).isEqualTo(words);
  }
}
