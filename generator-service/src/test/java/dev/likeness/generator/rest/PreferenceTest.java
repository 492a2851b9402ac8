package dev.likeness.generator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=5|wait=5",
        "respond-async, wait=7|wait=7",
        "wait = 9|wait=9",
        "wait=999|wait=30"
      })
  void findsHowLongToWaitAndCapsIt(String header, String applied) {
    assertThat(Preference.wait(Optional.of(header)).orElseThrow().text()).isEqualTo(applied);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "respond-async", "wait=soon", "await=5", "wait=-1"})
  void leavesOtherPreferencesAlone(String header) {
    assertThat(Preference.wait(Optional.of(header))).isEmpty();
  }

  @Test
  void isNotThereWithoutTheHeader() {
    assertThat(Preference.wait(Optional.empty())).isEmpty();
  }
}
