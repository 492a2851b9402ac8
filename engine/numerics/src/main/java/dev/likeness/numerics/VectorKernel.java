package dev.likeness.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The twin on the Java Vector API: sixteen lanes are four registers of 256 bits. */
final class VectorKernel implements Kernels.Kernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int WIDTH = 4;

  VectorKernel() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public boolean isFast() {
    return DoubleVector.SPECIES_PREFERRED.length() >= WIDTH;
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i + Kernels.LANES <= n; i += Kernels.LANES) {
      s0 = at(a, aFrom + i).fma(at(b, bFrom + i), s0);
      s1 = at(a, aFrom + i + WIDTH).fma(at(b, bFrom + i + WIDTH), s1);
      s2 = at(a, aFrom + i + 2 * WIDTH).fma(at(b, bFrom + i + 2 * WIDTH), s2);
      s3 = at(a, aFrom + i + 3 * WIDTH).fma(at(b, bFrom + i + 3 * WIDTH), s3);
    }
    double[] lanes = new double[Kernels.LANES];
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, WIDTH);
    s2.intoArray(lanes, 2 * WIDTH);
    s3.intoArray(lanes, 3 * WIDTH);
    for (int lane = 0; i < n; i++, lane++) {
      lanes[lane] = Math.fma(a[aFrom + i], b[bFrom + i], lanes[lane]);
    }
    return Kernels.fold(lanes);
  }

  @Override
  public void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int n) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, alpha);
    int i = 0;
    for (; i + WIDTH <= n; i += WIDTH) {
      at(x, xFrom + i).fma(factor, at(y, yFrom + i)).intoArray(y, yFrom + i);
    }
    for (; i < n; i++) {
      y[yFrom + i] = Math.fma(alpha, x[xFrom + i], y[yFrom + i]);
    }
  }

  private static DoubleVector at(double[] values, int from) {
    return DoubleVector.fromArray(SPECIES, values, from);
  }
}
