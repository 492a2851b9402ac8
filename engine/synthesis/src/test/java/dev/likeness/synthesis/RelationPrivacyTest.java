package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from a value that one row has stands in no model and in no row. */
class RelationPrivacyTest {

  private static final int MADE = 30_000;

  /** So few that a dependent is dropped, and so many that it stays in the model. */
  static Stream<Arguments> modelsAndPlanted() {
    return Synthesizers.names().stream()
        .flatMap(model -> Stream.of(Arguments.of(model, 40), Arguments.of(model, 300)));
  }

  @ParameterizedTest(name = "{0}, {1} planted")
  @MethodSource("modelsAndPlanted")
  void nothingOfASingleRowComesThroughARelation(String model, int planted) throws IOException {
    Table table = RelatedTables.planted(planted);
    FittedSynthesizer fitted =
        Synthesis.fit(table, SynthesisRequest.of(model, 4), RunContext.quiet());
    assertThat(fitted.relations()).hasSizeGreaterThanOrEqualTo(4);
    List<String> names = new ArrayList<>();
    double[] numbers =
        IntStream.range(10, 10 + planted).mapToDouble(RelatedTables::secret).toArray();
    for (int city = 10; city < 10 + planted; city++) {
      names.add("city-" + city + "\"");
      names.add("mayor-" + city + "\"");
      names.add("region-" + (city - 5) + "\"");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFiles.write(fitted.save(), out);
    String bytes = out.toString(StandardCharsets.ISO_8859_1);
    assertThat(names).noneMatch(bytes::contains);
    assertThat(numbers)
        .satisfies(
            all -> assertThat(Arrays.stream(all).filter(x -> bytes.contains(text(x)))).isEmpty());
    List<Table> batches = new ArrayList<>();
    fitted.sample(SampleRequest.rows(MADE, 9), batches::add, RunContext.quiet());
    Table made = Batches.joined(batches);
    String rows = "|" + String.join("", Batches.text(made));
    assertThat(names).noneMatch(name -> rows.contains("|" + name.replace("\"", "|")));
    double[] taxes = ((NumericColumn) made.column(3)).values();
    assertThat(Arrays.stream(taxes).filter(tax -> isAny(tax, numbers)).count())
        .as("rows that hit a planted number by chance")
        .isLessThan(planted / 10 + 1);
  }

  private static boolean isAny(double value, double[] numbers) {
    return Arrays.stream(numbers).anyMatch(number -> number == value);
  }

  /** A number as it lies in a tensor. */
  private static String text(double number) {
    byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(number).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
