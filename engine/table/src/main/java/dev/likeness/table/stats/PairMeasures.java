package dev.likeness.table.stats;

import dev.likeness.table.stats.Correlation.Moments;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What can be said about two columns. The last figure is how strongly they hang together in all.
 */
record PairMeasures(
    OptionalDouble pearson,
    OptionalDouble spearman,
    OptionalDouble cramersV,
    OptionalDouble correlationRatio,
    OptionalDouble information,
    OptionalDouble strength) {

  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final PairMeasures NOTHING = new PairMeasures(NONE, NONE, NONE, NONE, NONE, NONE);

  /** Measures the rows in which both have a value. */
  static PairMeasures of(Associated first, Associated second) {
    return measure(first.beside(second), second.beside(first));
  }

  private static PairMeasures measure(Associated x, Associated y) {
    if (x.isConstant() || y.isConstant()) {
      return NOTHING;
    }
    Contingency table = Contingency.of(x.bins(), x.binCount(), y.bins(), y.binCount());
    OptionalDouble pearson =
        x.isNumber() && y.isNumber() ? Correlation.ofMoments(x.moments(), y.moments()) : NONE;
    OptionalDouble spearman =
        x.isOrdered() && y.isOrdered()
            ? Correlation.ofMoments(x.rankMoments(), y.rankMoments())
            : NONE;
    OptionalDouble cramersV = x.isNumber() || y.isNumber() ? NONE : table.correctedCramersV();
    boolean mixed = x.isNumber() != y.isNumber();
    CorrelationRatio ratio = mixed ? ratio(x, y) : CorrelationRatio.NONE;
    double strength =
        Stream.of(
                magnitude(pearson),
                magnitude(spearman),
                magnitude(cramersV),
                mixed ? DoubleStream.of(ratio.corrected()) : DoubleStream.empty(),
                x.isNumber() && y.isNumber()
                    ? DoubleStream.of(informational(table))
                    : DoubleStream.empty())
            .flatMapToDouble(figure -> figure)
            .max()
            .orElse(0);
    return new PairMeasures(
        pearson,
        spearman,
        cramersV,
        mixed ? OptionalDouble.of(ratio.eta()) : NONE,
        table.mutualInformation(),
        OptionalDouble.of(strength));
  }

  private static CorrelationRatio ratio(Associated x, Associated y) {
    Associated groups = x.isNumber() ? y : x;
    Moments number = (x.isNumber() ? x : y).moments();
    return CorrelationRatio.of(groups.bins(), groups.binCount(), number);
  }

  private static DoubleStream magnitude(OptionalDouble figure) {
    return figure.stream().map(Math::abs);
  }

  /** Linfoot's measure of what is left of the information without chance. */
  private static double informational(Contingency table) {
    double left = table.mutualInformation().orElse(0) - table.informationBias();
    return Math.sqrt(1 - StrictMath.exp(-2 * Math.max(0, left)));
  }
}
