package dev.likeness.numerics;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Correlation matrices: factors, inverses and repair.
 *
 * <p><b>Shapes:</b> a symmetric matrix is (d, d), a factor L is lower triangular (d, d) with zeros
 * above its diagonal. <b>Thread-safe:</b> yes; arguments are not changed.
 */
public final class Correlations {

  private static final double SMALLEST_EIGENVALUE = 1e-6;
  private static final double SMALLEST_PIVOT = 1e-10;

  private Correlations() {}

  /**
   * L with L Lᵀ = matrix (Cholesky), or empty where the matrix is not positive definite.
   *
   * <p><b>Cost:</b> d³/6 fused multiply-adds.
   */
  public static Optional<double[][]> cholesky(double[][] matrix, Cancellation cancellation) {
    int d = matrix.length;
    double[][] factor = new double[d][d];
    for (int i = 0; i < d; i++) {
      cancellation.check();
      for (int j = 0; j < i; j++) {
        double rest = matrix[i][j] - Kernels.dot(factor[i], 0, factor[j], 0, j);
        factor[i][j] = rest / factor[j][j];
      }
      double pivot = matrix[i][i] - Kernels.dot(factor[i], 0, factor[i], 0, i);
      if (!(pivot > SMALLEST_PIVOT)) {
        return Optional.empty();
      }
      factor[i][i] = Math.sqrt(pivot);
    }
    return Optional.of(factor);
  }

  /**
   * The inverse of L Lᵀ.
   *
   * <p><b>Cost:</b> d³/2 fused multiply-adds, two thirds of them in parallel.
   */
  public static double[][] inverse(double[][] factor, RunContext run) {
    double[][] root = inverseFactor(factor, run.cancellation());
    int d = factor.length;
    double[][] inverse = new double[d][d];
    Parallel.forEach(
        d,
        run,
        j -> {
          for (int i = j; i < d; i++) {
            Kernels.axpy(root[i][j], root[i], 0, inverse[j], 0, j + 1);
          }
        });
    mirror(inverse);
    return inverse;
  }

  /** L⁻¹, row by row. */
  private static double[][] inverseFactor(double[][] factor, Cancellation cancellation) {
    int d = factor.length;
    double[][] root = new double[d][d];
    for (int i = 0; i < d; i++) {
      cancellation.check();
      for (int k = 0; k < i; k++) {
        Kernels.axpy(-factor[i][k], root[k], 0, root[i], 0, k + 1);
      }
      root[i][i] = 1;
      for (int j = 0; j <= i; j++) {
        root[i][j] /= factor[i][i];
      }
    }
    return root;
  }

  /** Copies what lies below the diagonal above it. */
  public static void mirror(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  /** Divides by the roots of the diagonal, so that the diagonal is exactly 1. */
  public static double[][] normalised(double[][] covariance) {
    int d = covariance.length;
    double[][] correlation = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        correlation[i][j] = Math.clamp(covariance[i][j] / scale, -1, 1);
      }
      correlation[i][i] = 1;
    }
    mirror(correlation);
    return correlation;
  }

  /**
   * A positive-definite correlation matrix near a symmetric one: eigenvalues below 10⁻⁶ are raised
   * to it and the diagonal is rescaled to 1 (Rebonato and Jäckel 1999).
   *
   * <p><b>Cost:</b> an eigendecomposition, about 10 d³.
   */
  public static double[][] repaired(double[][] matrix) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix, true));
    double[][] vectors = eigen.getVT().getData();
    double[] values = eigen.getRealEigenvalues();
    int d = matrix.length;
    double[][] repaired = new double[d][d];
    for (int e = 0; e < d; e++) {
      double value = Math.max(SMALLEST_EIGENVALUE, values[e]);
      for (int i = 0; i < d; i++) {
        Kernels.axpy(value * vectors[e][i], vectors[e], 0, repaired[i], 0, i + 1);
      }
    }
    mirror(repaired);
    return normalised(repaired);
  }

  /** The Cholesky factor of a correlation matrix, repaired first where it has none. */
  public static double[][] factor(double[][] correlation, Cancellation cancellation) {
    return cholesky(correlation, cancellation)
        .or(() -> cholesky(repaired(correlation), cancellation))
        .orElseThrow(() -> new IllegalArgumentException("correlation is not finite"));
  }
}
