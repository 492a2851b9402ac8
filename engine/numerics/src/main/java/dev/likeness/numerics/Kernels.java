package dev.likeness.numerics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Inner loops over arrays of doubles.
 *
 * <p>Two twins compute them: one on the Java Vector API, taken where the module {@code
 * jdk.incubator.vector} is present and the processor has registers of 256 bits, one in plain Java.
 * Both add in the same order (sixteen lanes, element i into lane i mod 16, lanes folded in halves)
 * with {@code fma}, so that they give the same bits.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Kernels {

  /** Lanes of a sum, whatever the processor has. */
  static final int LANES = 16;

  private static final Kernel KERNEL = choose();

  private Kernels() {}

  /** Σ a[aFrom + i] · b[bFrom + i] for i in [0, n). */
  public static double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    return KERNEL.dot(a, aFrom, b, bFrom, n);
  }

  /** y[yFrom + i] += alpha · x[xFrom + i] for i in [0, n). */
  public static void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int n) {
    KERNEL.axpy(alpha, x, xFrom, y, yFrom, n);
  }

  /** Which twin is in use: {@code vector} or {@code scalar}. */
  public static String twin() {
    return KERNEL.name();
  }

  private static Kernel choose() {
    Logger log = System.getLogger(Kernels.class.getName());
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      log.log(
          Level.DEBUG,
          "Module jdk.incubator.vector is absent: slower, same results."
              + " Add it with --add-modules jdk.incubator.vector");
      return new ScalarKernel();
    }
    try {
      // By name, so that nothing links against the module where it is absent.
      Class<?> vector = Class.forName(Kernels.class.getPackageName() + ".VectorKernel");
      Kernel kernel = (Kernel) vector.getDeclaredConstructor().newInstance();
      return kernel.isFast() ? kernel : new ScalarKernel();
    } catch (ReflectiveOperationException | LinkageError e) {
      log.log(Level.INFO, "Vector kernels cannot be used: slower, same results.", e);
      return new ScalarKernel();
    }
  }

  /** The loops that both twins compute. */
  interface Kernel {

    String name();

    boolean isFast();

    double dot(double[] a, int aFrom, double[] b, int bFrom, int n);

    void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int n);
  }

  /** Folds the lanes of a sum in halves: the same tree for both twins. */
  static double fold(double[] lanes) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }

  /** The twin in plain Java. */
  static final class ScalarKernel implements Kernel {

    @Override
    public String name() {
      return "scalar";
    }

    @Override
    public boolean isFast() {
      return true;
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
      double[] lanes = new double[LANES];
      int i = 0;
      for (; i + LANES <= n; i += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          lanes[lane] = Math.fma(a[aFrom + i + lane], b[bFrom + i + lane], lanes[lane]);
        }
      }
      for (int lane = 0; i < n; i++, lane++) {
        lanes[lane] = Math.fma(a[aFrom + i], b[bFrom + i], lanes[lane]);
      }
      return fold(lanes);
    }

    @Override
    public void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int n) {
      for (int i = 0; i < n; i++) {
        y[yFrom + i] = Math.fma(alpha, x[xFrom + i], y[yFrom + i]);
      }
    }
  }
}
