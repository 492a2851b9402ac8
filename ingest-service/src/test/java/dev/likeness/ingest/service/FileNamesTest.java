package dev.likeness.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void foldersControlCharactersAndTurnedDirectionsAreTakenOut() {
    assertThat(harmless("../../etc/passwd")).isEqualTo("passwd");
    assertThat(harmless("C:\\data\\x.csv")).isEqualTo("x.csv");
    assertThat(harmless("a\r\nSet-Cookie: b.csv")).isEqualTo("aSet-Cookie: b.csv");
    assertThat(harmless("gpj\u202Evsc.exe")).isEqualTo("gpjvsc.exe");
    assertThat(harmless("a\u0000b.csv")).isEqualTo("ab.csv");
    assertThat(harmless("<script>.csv")).isEqualTo("<script>.csv");
  }

  @Test
  void whatIsNoNameIsReplaced() {
    assertThat(FileNames.harmless(Optional.empty())).isEqualTo("upload.csv");
    assertThat(harmless("")).isEqualTo("upload.csv");
    assertThat(harmless("..")).isEqualTo("upload.csv");
    assertThat(harmless("folder/")).isEqualTo("upload.csv");
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String cut = harmless("\uD83D\uDE00".repeat(300));

    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(200);
    assertThat(cut).endsWith("\uD83D\uDE00");
  }

  @Test
  void syntheticTablesAreCalledAfterTheirOriginal() {
    assertThat(FileNames.synthetic("customers.csv")).isEqualTo("customers-synthetic.csv");
    assertThat(FileNames.synthetic("a.b.tsv")).isEqualTo("a.b-synthetic.csv");
    assertThat(FileNames.synthetic("customers")).isEqualTo("customers-synthetic.csv");
  }

  @Test
  void anAttachmentHeaderHoldsNothingThatEndsIt() {
    assertThat(FileNames.attachment("a\";x=\"b.csv"))
        .isEqualTo("attachment; filename=\"a__x=_b.csv\"; filename*=UTF-8''a%22%3Bx%3D%22b.csv");
    assertThat(FileNames.attachment("naïve *.csv"))
        .isEqualTo("attachment; filename=\"na_ve *.csv\"; filename*=UTF-8''na%C3%AFve%20%2A.csv");
  }

  private static String harmless(String name) {
    return FileNames.harmless(Optional.of(name));
  }
}
