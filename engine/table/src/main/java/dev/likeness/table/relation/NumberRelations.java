package dev.likeness.table.relation;

import dev.likeness.table.format.Coordinates;
import dev.likeness.table.relation.Sample.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Candidates between numbers: sums, products, other units, order, places. */
final class NumberRelations {

  private static final int MOST = 60;
  private static final int MOST_FACTORS = 40;
  private static final double TOLERATED = 0.01;
  private static final double TELLING = 20;
  private static final double RELATED_SHARE = 0.05;
  private static final double UNRELATED_SHARE = 0.2;
  private static final double FEW = 0.001;
  private static final Set<String> COMMON =
      Set.of(
          "of", "the", "in", "is", "on", "per", "by", "n", "num", "number", "no", "id", "total",
          "count", "avg", "average", "mean", "min", "max", "sd", "se", "std", "rate", "date",
          "time", "at", "all", "and", "from", "to");
  private static final double LEAST_STEPS = 50;

  private final Sample sample;
  private final List<Numbers> all;
  private final List<Numbers> numbers;

  NumberRelations(Sample sample) {
    this.sample = sample;
    this.all = sample.numbers(MOST);
    this.numbers = all.stream().filter(column -> !column.temporal()).toList();
  }

  /** Judges a row by its values. */
  @FunctionalInterface
  private interface Rest {
    double of(int row);
  }

  /** Whether what is left over is small in nearly all rows; most candidates fail at once. */
  private boolean holds(Rest rest, double tolerance) {
    return holds(rest, tolerance, TOLERATED);
  }

  private boolean holds(Rest rest, double tolerance, double tolerated) {
    int broken = 0;
    int seen = 0;
    int allowed = (int) (sample.rows() * tolerated);
    for (int row = 0; row < sample.rows(); row++) {
      double left = rest.of(row);
      if (!Double.isNaN(left)) {
        seen++;
        broken += Math.abs(left) > tolerance ? 1 : 0;
        if (broken > allowed || broken > seen / 4 + 1) {
          return false;
        }
      }
    }
    return seen >= TELLING && broken <= seen * tolerated;
  }

  private static double rounding(Numbers total, int parts) {
    return total.unit() * (parts + 1) / 2 + total.largest() * 1e-9;
  }

  /** Rows in which a number is neither missing nor another one. */
  private long not(Numbers column, double value) {
    return Arrays.stream(column.values()).filter(x -> !Double.isNaN(x) && x != value).count();
  }

  private boolean often(long rows) {
    return rows >= Math.max(5, sample.rows() / 100);
  }

  /** Totals of neighbouring columns, and of any two. */
  List<Relation> sums() {
    List<Relation> found = new ArrayList<>();
    for (Numbers total : numbers) {
      if (often(not(total, 0))) {
        runs(total, found);
      }
    }
    if (numbers.size() <= MOST_FACTORS) {
      pairs(found);
    }
    return found;
  }

  private void runs(Numbers total, List<Relation> found) {
    double tolerance = rounding(total, 2);
    for (int first = 0; first + 1 < numbers.size(); first++) {
      boolean open = numbers.get(first) != total && often(not(numbers.get(first), 0));
      for (int last = first + 1; open && last < numbers.size(); last++) {
        List<Numbers> parts = numbers.subList(first, last + 1);
        open = numbers.get(last) != total;
        if (open
            && holds(row -> total.values()[row] - sum(parts, row), tolerance)
            && often(not(numbers.get(last), 0))) {
          found.add(sum(total, parts));
          open = false;
        }
      }
    }
  }

  private static double sum(List<Numbers> parts, int row) {
    double sum = parts.getFirst().values()[row];
    for (int i = 1; i < parts.size(); i++) {
      sum += parts.get(i).values()[row];
    }
    return sum;
  }

  private static SumOfColumns sum(Numbers total, List<Numbers> parts) {
    double tolerance = rounding(total, parts.size());
    return new SumOfColumns(
        total.name(), parts.stream().map(Numbers::name).toList(), tolerance, Support.NONE);
  }

  private void pairs(List<Relation> found) {
    for (int i = 0; i < numbers.size(); i++) {
      Numbers a = numbers.get(i);
      for (int j = i + 2; j < numbers.size(); j++) {
        Numbers b = numbers.get(j);
        for (Numbers total : numbers) {
          if (total != a
              && total != b
              && holds(
                  row -> total.values()[row] - a.values()[row] - b.values()[row],
                  rounding(total, 2))
              && often(not(a, 0))
              && often(not(b, 0))) {
            found.add(sum(total, List.of(a, b)));
          }
        }
      }
    }
  }

  /** Numbers that are the product of two others. */
  List<Relation> products() {
    List<Relation> found = new ArrayList<>();
    if (numbers.size() > MOST_FACTORS) {
      return found;
    }
    for (int i = 0; i < numbers.size(); i++) {
      for (int j = i + 1; j < numbers.size(); j++) {
        for (Numbers total : numbers) {
          Numbers a = numbers.get(i);
          Numbers b = numbers.get(j);
          if (total != a && total != b && product(total, a, b)) {
            found.add(derived(total, Formula.PRODUCT, List.of(a, b), 1, 0, rounding(total, 1)));
          }
        }
      }
    }
    return found;
  }

  private boolean product(Numbers total, Numbers a, Numbers b) {
    return holds(row -> total.values()[row] - a.values()[row] * b.values()[row], rounding(total, 1))
        && telling(a)
        && telling(b)
        && not(total, 0) >= sample.rows() / 5;
  }

  /** A factor that is more than a switch. */
  private boolean telling(Numbers factor) {
    double[] values = factor.values();
    long telling = Arrays.stream(values).filter(x -> !Double.isNaN(x) && x != 0 && x != 1).count();
    return telling >= sample.rows() / 5;
  }

  private static DerivedColumn derived(
      Numbers column, Formula formula, List<Numbers> from, double factor, double offset, double t) {
    List<String> names = from.stream().map(Numbers::name).toList();
    return new DerivedColumn(column.name(), formula, names, factor, offset, t, Support.NONE);
  }

  /** Numbers that are others in another unit. */
  List<Relation> units() {
    List<Relation> found = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      for (int j = i + 1; j < numbers.size(); j++) {
        boolean finer = numbers.get(i).unit() <= numbers.get(j).unit();
        unit(numbers.get(finer ? i : j), numbers.get(finer ? j : i), found);
      }
    }
    return found;
  }

  private void unit(Numbers x, Numbers y, List<Relation> found) {
    int low = extreme(x, y, -1);
    int high = extreme(x, y, 1);
    double range = x.values()[high] - x.values()[low];
    double factor = (y.values()[high] - y.values()[low]) / range;
    double offset = y.values()[low] - factor * x.values()[low];
    double tolerance = rounding(y, 1) + Math.abs(factor) * x.unit() / 2;
    boolean same = factor == 1 && offset == 0;
    boolean steps = Math.abs(factor * range) >= LEAST_STEPS * tolerance && factor != 0;
    if (!same
        && Double.isFinite(factor)
        && steps
        && holds(row -> y.values()[row] - factor * x.values()[row] - offset, tolerance)) {
      found.add(derived(y, Formula.AFFINE, List.of(x), factor, offset, tolerance));
    }
  }

  private int extreme(Numbers x, Numbers y, int sign) {
    int best = -1;
    for (int row = 0; row < sample.rows(); row++) {
      double value = sign * x.values()[row];
      boolean present = !Double.isNaN(value) && !Double.isNaN(y.values()[row]);
      if (present && (best < 0 || value > sign * x.values()[best])) {
        best = row;
      }
    }
    return Math.max(best, 0);
  }

  /**
   * Pairs that keep an order: moments in any case, numbers where chance would break it often, and
   * very often where their names have nothing in common.
   */
  List<Relation> order() {
    List<Relation> found = new ArrayList<>();
    double[][] sorted = new double[all.size()][];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] =
          Arrays.stream(all.get(i).values()).filter(x -> !Double.isNaN(x)).sorted().toArray();
    }
    for (int i = 0; i < sorted.length; i++) {
      for (int j = 0; j < sorted.length; j++) {
        Numbers low = all.get(i);
        Numbers high = all.get(j);
        if (i != j
            && low.scale() == high.scale()
            && holds(row -> Math.max(0, low.values()[row] - high.values()[row]), 0)
            && (low.temporal() || unlikely(low, high, sorted[i], sorted[j]))
            && !(j < i && equal(low, high))) {
          found.add(new Inequality(low.name(), high.name(), false, Support.NONE));
        }
      }
    }
    return found;
  }

  private boolean equal(Numbers a, Numbers b) {
    return holds(row -> a.values()[row] - b.values()[row], 0);
  }

  /** Whether values in any order would break the rule in many rows. */
  private boolean unlikely(Numbers low, Numbers high, double[] lows, double[] highs) {
    long above = 0;
    int below = 0;
    for (double x : lows) {
      while (below < highs.length && highs[below] < x) {
        below++;
      }
      above += below;
    }
    double share = (double) above / lows.length / highs.length;
    boolean related = related(low.name(), high.name());
    return share >= (related ? RELATED_SHARE : UNRELATED_SHARE)
        && share * Math.min(lows.length, highs.length) >= TELLING
        && (related || holds(row -> Math.max(0, low.values()[row] - high.values()[row]), 0, FEW));
  }

  /** Whether names share a word that says something: not one letter, not in most names. */
  private boolean related(String a, String b) {
    List<String> words = words(b);
    return words(a).stream().anyMatch(word -> words.contains(word) && says(word));
  }

  private boolean says(String word) {
    long named = all.stream().filter(column -> words(column.name()).contains(word)).count();
    return word.length() > 1 && !COMMON.contains(word) && named * 2 <= Math.max(all.size(), 6);
  }

  /** Latitudes beside longitudes. */
  List<Relation> places() {
    List<Relation> found = new ArrayList<>();
    for (Numbers latitude : numbers) {
      for (Numbers longitude : numbers) {
        if (Coordinates.pair(latitude.name(), longitude.name())
            && within(latitude, Coordinates.LATITUDE)
            && within(longitude, Coordinates.LONGITUDE)) {
          found.add(new GeographicPair(latitude.name(), longitude.name(), Support.NONE));
        }
      }
    }
    return found;
  }

  private boolean within(Numbers column, Coordinates coordinate) {
    return holds(row -> Math.max(0, Math.abs(column.values()[row]) - coordinate.bound()), 0);
  }

  private static List<String> words(String name) {
    String parted = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    return Arrays.asList(parted.split("[^\\p{L}]+"));
  }
}
