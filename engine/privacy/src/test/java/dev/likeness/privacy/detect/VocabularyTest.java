package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  private static Header header(String words) {
    return new Header(List.of(words.split(" ")));
  }

  @Test
  void aStarStandsForTheRestOfAWord() {
    Phrase phrase = Phrase.list("chronic diabet*").getFirst();
    assertThat(phrase.isIn(List.of("had", "chronic", "diabetes"))).isTrue();
    assertThat(phrase.is(List.of("chronic", "diabetic"))).isTrue();
    assertThat(phrase.is(List.of("had", "chronic", "diabetic"))).isFalse();
    assertThat(phrase.isIn(List.of("diabetes", "chronic"))).isFalse();
    assertThat(Phrase.list("*krankheit").getFirst().covers("erbkrankheit")).isTrue();
  }

  @Test
  void valuesAreWordsOrPhrasesOfACell() {
    Vocabulary words = Vocabulary.named("religion");
    assertThat(words.tells("Roman Catholic")).isTrue();
    assertThat(words.tells("röm.-kath.")).isTrue();
    assertThat(words.tells("Church of England")).isTrue();
    assertThat(words.tells("Wednesday")).isFalse();
    assertThat(words.tells("x".repeat(100))).isFalse();
  }

  @Test
  void aMissingListIsAnError() {
    assertThatThrownBy(() -> Vocabulary.named("nothing")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "health,trestbps",
    "health,krankheit",
    "income,salaire horaire",
    "national_id,burgerservicenummer",
    "occupation,stanowisko",
    "date_of_birth,tanggal lahir",
    "other_quasi,anzahl kinder",
    "other_sensitive,casier judiciaire"
  })
  void knowsNamesOfManyLanguages(String list, String name) {
    Vocabulary words = Vocabulary.named(list);
    assertThat(words.calls(header(name)) || !words.mentionedIn(header(name)).isEmpty()).isTrue();
  }
}
