package dev.likeness.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsTest {

  private static final CounterRandom RANDOM = CounterRandom.of(5);

  private static double[] values(int n, int part) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Normal.quantile(RANDOM.uniform(i, part)) * (i % 7 == 0 ? 1e8 : 1);
    }
    return values;
  }

  @Test
  void bothTwinsGiveTheSameBits() {
    Kernels.ScalarKernel scalar = new Kernels.ScalarKernel();
    VectorKernel vector = new VectorKernel();
    for (int n = 0; n < 200; n++) {
      double[] a = values(n + 3, n);
      double[] b = values(n + 5, n + 1000);
      assertThat(bits(vector.dot(a, 3, b, 5, n))).isEqualTo(bits(scalar.dot(a, 3, b, 5, n)));
      double[] y = b.clone();
      double[] z = b.clone();
      scalar.axpy(1.7, a, 3, y, 5, n);
      vector.axpy(1.7, a, 3, z, 5, n);
      assertThat(z).isEqualTo(y);
    }
  }

  @Test
  void agreesWithThePlainSum() {
    double[] a = {1, 2, 3};
    double[] b = {4, 5, 6, 7};
    assertThat(Kernels.dot(a, 0, b, 1, 3)).isEqualTo(5 + 12 + 21);
    Kernels.axpy(2, a, 1, b, 0, 2);
    assertThat(b).containsExactly(8, 11, 6, 7);
    double[] long1 = values(1001, 1);
    double plain = 0;
    for (double v : long1) {
      plain += v * v;
    }
    assertThat(Kernels.dot(long1, 0, long1, 0, 1001)).isCloseTo(plain, within(1e-9 * plain));
  }

  @Test
  void worksWithoutTheVectorModuleAndGivesTheSameBits() throws Exception {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    assertThat(forked()).isEqualTo("scalar " + fingerprint());
  }

  private static String forked() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(List.of(java, "-cp", classes, KernelsTest.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }

  /** What the forked JVM says: the twin in use and the bits of many results. */
  public static void main(String[] arguments) {
    System.out.println(Kernels.twin() + " " + fingerprint());
  }

  private static String fingerprint() {
    long hash = 0;
    for (int n = 0; n < 100; n++) {
      double[] a = values(n, n);
      double[] y = values(n, n + 500);
      Kernels.axpy(0.3, a, 0, y, 0, n);
      hash = 31 * hash + bits(Kernels.dot(a, 0, y, 0, n));
    }
    return Long.toHexString(hash);
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
