package dev.likeness.synthesis.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.table.CategoricalColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryEncodingTest {

  /** 50 a, 30 b, 3 c, 2 d, 15 missing. */
  private static CategoricalColumn column() {
    int[] codes =
        IntStream.range(0, 100)
            .map(i -> i < 50 ? 0 : i < 80 ? 1 : i < 83 ? 2 : i < 85 ? 3 : -1)
            .toArray();
    return new CategoricalColumn(codes, List.of("a", "b", "c", "d", "unused"));
  }

  private static CategoricalColumn made(CategoryEncoding encoding, double... uniforms) {
    return encoding.decode(new double[][] {uniforms});
  }

  @Test
  void rareCategoriesShareABucket() {
    CategoryEncoding encoding = CategoryEncoding.fit(column(), 1000, 5);
    assertThat(encoding.cardinality()).isEqualTo(4);
    assertThat(made(encoding, 0.2).dictionary()).containsExactly("a", "b", "*");
    assertThat(IntStream.range(0, 4).mapToDouble(encoding::share))
        .containsExactly(0.5, 0.3, 0.05, 0.15);
    assertThat(made(encoding, 0.49, 0.51, 0.84, 0.86).codes()).containsExactly(0, 1, 2, -1);
  }

  @Test
  void atMostSoManyCategoriesAreKept() {
    CategoryEncoding encoding = CategoryEncoding.fit(column(), 1, 1);
    assertThat(made(encoding, 0.2).dictionary()).containsExactly("a", "*");
  }

  @Test
  void aTableOfRareCategoriesShowsNone() {
    CategoricalColumn column = new CategoricalColumn(new int[] {0, 1, 2}, List.of("x", "y", "z"));
    CategoryEncoding encoding = CategoryEncoding.fit(column, 1000, 5);
    assertThat(made(encoding, 0.2).dictionary()).containsExactly("*");
    assertThat(made(encoding, 0.2, 0.9).codes()).containsExactly(0, 0);
  }

  @Test
  void aCategoryThatLooksLikeTheBucketJoinsIt() {
    int[] codes = IntStream.range(0, 20).map(i -> i < 18 ? 0 : i - 17).toArray();
    CategoryEncoding encoding =
        CategoryEncoding.fit(new CategoricalColumn(codes, List.of("*", "b", "c")), 1000, 5);
    assertThat(made(encoding, 0.2, 0.99).dictionary()).containsExactly("*");
    assertThat(made(encoding, 0.2, 0.99).codes()).containsExactly(0, 0);
    assertThat(encoding.encode(new CategoricalColumn(new int[] {0, 1}, List.of("*", "b"))))
        .containsExactly(0, 0);
  }

  @Test
  void aTreePartsTheIntervalOfEachNode() {
    CategoryEncoding encoding =
        CategoryEncoding.fit(column(), 1000, 5).inTree(new int[][] {{-1, 1}, {3, 0, 2}});
    assertThat(encoding.latents()).isEqualTo(2);
    double[][] uniforms = {{0.1, 0.1, 0.1, 0.71}, {0.1, 0.5, 0.97, 0.5}};
    assertThat(encoding.decode(uniforms).codes()).containsExactly(-1, 0, 2, 1);
    double[][] lower = new double[2][100];
    double[][] upper = new double[2][100];
    encoding.intervals(column(), lower, upper);
    assertThat(new double[] {lower[0][60], upper[0][60]})
        .containsExactly(new double[] {0.7, 1}, within(1e-12));
    assertThat(new double[] {lower[1][60], upper[1][60]}).containsExactly(0, 1);
    assertThat(lower[1][0]).isCloseTo(0.15 / 0.7, within(1e-12));
    assertThat(upper[1][0]).isCloseTo(0.65 / 0.7, within(1e-12));
  }

  @Test
  void calibrationGivesDependentLatentsTheRightShares() {
    CategoryEncoding encoding =
        CategoryEncoding.fit(column(), 1000, 5).inTree(new int[][] {{-1, 1}, {3, 0, 2}});
    int rows = 20_000;
    double[][] same = new double[2][rows];
    for (int i = 0; i < rows; i++) {
      same[0][i] = (i + 0.5) / rows;
      same[1][i] = same[0][i];
    }
    assertThat(shares(encoding, same)[3]).isGreaterThan(0.2);
    assertThat(shares(encoding.calibrated(same), same))
        .containsExactly(new double[] {0.5, 0.3, 0.05, 0.15}, within(0.001));
  }

  private static double[] shares(CategoryEncoding encoding, double[][] uniforms) {
    double[] shares = new double[4];
    Arrays.stream(encoding.decode(uniforms).codes())
        .forEach(code -> shares[code < 0 ? 3 : code] += 1.0 / uniforms[0].length);
    return shares;
  }
}
