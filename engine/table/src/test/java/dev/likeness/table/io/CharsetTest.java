package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old character sets, told apart by what makes words of the bytes. */
class CharsetTest {

  @TempDir Path folder;

  private Reading read(String text, String charset) {
    return new ReadBench(folder).read(text.getBytes(Charset.forName(charset)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-MacRoman|Müller,Köln,Straße,schön,Öl,Ärger",
        "x-MacRoman|François,Besançon,déjà,où,naïve,Éric",
        "x-MacRoman|Peña,Málaga,corazón,año,Íñigo,Ávila",
        "x-MacRoman|Åsa,Malmö,Göteborg,smörgås,Örebro,år",
        "windows-1252|Müller,Köln,Straße,schön,Öl,Ärger",
        "windows-1252|François,Besançon,déjà,où,naïve,Éric",
        "windows-1252|Peña,Málaga,corazón,año,Íñigo,Ávila",
        "windows-1252|it’s,price,100 €,“quoted”,dash – here,x",
        "ISO-8859-1|Åsa,Malmö,Göteborg,smörgås,Örebro,år"
      })
  void tellsMacRomanFromWindows(String charset, String line) {
    Reading reading = read("a,b,c,d,e,f\n" + (line + "\n").repeat(3), charset);
    assertThat(reading.dialect().charset())
        .isEqualTo(charset.equals("ISO-8859-1") ? "windows-1252" : charset);
    assertThat(codes(reading)).contains("odd-charset");
    assertThat(String.join(",", new ReadBench(folder).rows().getFirst())).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"x-MacRoman", "windows-1252"})
  void tellsThemByACapitalBeforeAnUmlautToo(String charset) {
    String text = "Name;Preis\n" + "Müller;€ 1,50\nMüller;€ 2,50\n".repeat(20);
    assertThat(read(text, charset).dialect().charset()).isEqualTo(charset);
  }

  @Test
  void takesASingleOddByteForWindows() {
    assertThat(read("id,name\n1,english\n2,©\n", "windows-1252").dialect().charset())
        .isEqualTo("windows-1252");
  }
}
