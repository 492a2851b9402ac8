package dev.likeness.boosting;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A {@link Hierarchy} of classes that keeps together what features tell alike.
 *
 * <p>The profile of a class is the share of its rows with each code of each feature. Clusters of
 * classes are merged by Ward's method under the chi-squared distance of correspondence analysis:
 * always those two whose merger loses least of Σ n (p − q)² / q over classes of n rows, shares p of
 * their rows and q of all rows. So what features tell about the class is asked near the root, where
 * there are many rows to learn it from, and the nodes far down part classes that hardly differ. A
 * class with half of a cluster's rows is parted off before the cluster is: its rows would otherwise
 * go through many nodes that part off few others.
 *
 * <p>Features of more than {@value #GROUPS} codes count in groups: codes next to each other for
 * ordered ones, the last ones together for categories. The {@value #CLASSES} − 1 largest classes
 * are compared each for itself; where there are more, all others are one to the rest, parted where
 * the mass halves.
 *
 * <p><b>Cost:</b> rows · features + classes² · features · groups / 2. Merging follows nearest
 * neighbours, which finds the same tree as looking for the nearest pair does, in time classes² ·
 * steps to a pair. <b>Reference:</b> J. H. Ward, Hierarchical grouping to optimize an objective
 * function, JASA 58 (1963); the update of distances is Lance's and Williams' (1967).
 */
public final class WardClustering {

  private static final int CLASSES = 256;
  private static final int GROUPS = 32;

  private final int[] starts;
  private final int[] largest; // classes, the largest first
  private final int leaves;
  private final double[] masses; // rows of the cluster in each slot; negative once it is merged
  private final double[][] losses; // of merging the clusters in two slots
  private final int[] clusters; // in each slot: a leaf, or leaves + number of the merger
  private final int[] left; // cluster of each merger
  private final int[] right;
  private final double[] sizes; // rows of each leaf

  private WardClustering(int[] starts) {
    int classes = starts.length - 1;
    this.starts = starts;
    this.largest =
        IntStream.range(0, classes)
            .boxed()
            .sorted(Comparator.comparingInt(c -> starts[c] - starts[c + 1]))
            .mapToInt(c -> c)
            .toArray();
    this.leaves = Math.min(classes, CLASSES);
    this.masses = new double[leaves];
    this.losses = new double[leaves][leaves];
    this.clusters = IntStream.range(0, leaves).toArray();
    this.left = new int[leaves - 1];
    this.right = new int[leaves - 1];
    for (int i = 0; i < classes; i++) {
      masses[leaf(i)] += starts[largest[i] + 1] - starts[largest[i]];
    }
    this.sizes = masses.clone();
  }

  /** The leaf of the i-th largest class. */
  private int leaf(int i) {
    return Math.min(i, leaves - 1);
  }

  /**
   * Clusters classes.
   *
   * @param matrix codes of the features
   * @param width number of leading features that count
   * @param rows row numbers, sorted by class
   * @param starts where the rows of each class begin (classes + 1), at least one class
   */
  public static Hierarchy of(CodeMatrix matrix, int width, int[] rows, int[] starts) {
    WardClustering clustering = new WardClustering(starts);
    for (int feature = 0; feature < width; feature++) {
      clustering.compare(matrix, feature, rows);
    }
    clustering.weigh();
    clustering.merge();
    return clustering.new Walk().hierarchy();
  }

  /** Adds the squared distances between profiles that a feature tells. */
  private void compare(CodeMatrix matrix, int feature, int[] rows) {
    int[] groups = groups(matrix, feature, rows);
    double[][] profiles = profiles(matrix.columns()[feature], groups, rows);
    for (int a = 0; a < leaves; a++) {
      for (int b = 0; b < a; b++) {
        losses[a][b] += squaredDistance(profiles[a], profiles[b]);
      }
    }
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** The group of each code. */
  private static int[] groups(CodeMatrix matrix, int feature, int[] rows) {
    Feature description = matrix.features().get(feature);
    int codes = description.cardinality();
    if (codes <= GROUPS || description.kind() == Feature.Kind.CATEGORICAL) {
      return IntStream.range(0, codes).map(code -> Math.min(code, GROUPS - 1)).toArray();
    }
    double[] counts = new double[codes];
    for (int row : rows) {
      counts[matrix.code(feature, row)]++;
    }
    int[] groups = new int[codes];
    double below = 0;
    for (int code = 0; code < codes; code++) {
      double middle = below + counts[code] / 2;
      groups[code] = (int) Math.min(GROUPS - 1, GROUPS * middle / Math.max(1, rows.length));
      below += counts[code];
    }
    return groups;
  }

  /** Shares of each leaf's rows by group, over the root of the share of all rows. */
  private double[][] profiles(byte[] codes, int[] groups, int[] rows) {
    int width = groups[groups.length - 1] + 1;
    double[][] profiles = new double[leaves][width];
    double[] all = new double[width];
    for (int i = 0; i < largest.length; i++) {
      double[] own = profiles[leaf(i)];
      for (int at = starts[largest[i]]; at < starts[largest[i] + 1]; at++) {
        int group = groups[Byte.toUnsignedInt(codes[rows[at]])];
        own[group]++;
        all[group]++;
      }
    }
    for (int group = 0; group < width; group++) {
      double root = Math.sqrt(Math.max(1, all[group]) / Math.max(1, rows.length));
      for (int l = 0; l < leaves; l++) {
        profiles[l][group] /= Math.max(1, masses[l]) * root;
      }
    }
    return profiles;
  }

  /** Makes losses of squared distances. */
  private void weigh() {
    for (int a = 0; a < leaves; a++) {
      for (int b = 0; b < a; b++) {
        losses[a][b] *= masses[a] * masses[b] / Math.max(1, masses[a] + masses[b]);
        losses[b][a] = losses[a][b];
      }
    }
  }

  /** Follows nearest neighbours until two are each other's, and merges these. */
  private void merge() {
    for (int merger = 0; merger < left.length; merger++) {
      int a = IntStream.range(0, leaves).filter(slot -> masses[slot] >= 0).findFirst().orElse(0);
      int b = nearest(a, -1);
      for (int next = nearest(b, a); next != a; next = nearest(b, a)) {
        a = b;
        b = next;
      }
      merge(merger, a, b);
    }
  }

  /** The slot that is nearest to another one; of equally near ones the favoured, then the first. */
  private int nearest(int slot, int favoured) {
    int best = favoured;
    for (int other = 0; other < leaves; other++) {
      boolean isOther = other != slot && masses[other] >= 0;
      if (isOther && (best < 0 || losses[slot][other] < losses[slot][best])) {
        best = other;
      }
    }
    return best;
  }

  private void merge(int merger, int a, int b) {
    left[merger] = clusters[a];
    right[merger] = clusters[b];
    for (int other = 0; other < leaves; other++) {
      if (other != a && other != b && masses[other] >= 0) {
        double loss =
            (masses[other] + masses[a]) * losses[other][a]
                + (masses[other] + masses[b]) * losses[other][b]
                - masses[other] * losses[a][b];
        loss /= Math.max(1, masses[other] + masses[a] + masses[b]);
        losses[other][a] = loss;
        losses[a][other] = loss;
      }
    }
    masses[a] += masses[b];
    masses[b] = -1;
    clusters[a] = leaves + merger;
  }

  /** Lays clusters side by side: a class with half of the rows first, else the larger one. */
  private final class Walk {

    private final int[] order = new int[largest.length];
    private final int[] cuts = new int[largest.length - 1];
    private final boolean[] laid = new boolean[leaves];
    private int place;
    private int node;

    Hierarchy hierarchy() {
      lay(2 * leaves - 2);
      return Hierarchy.of(order, cuts);
    }

    private void lay(int cluster) {
      int[] open = open(cluster).toArray();
      int first = open[0];
      if (open.length == 1) {
        layLeaf(first);
      } else if (2 * sizes[first] >= rows(cluster)) {
        part(() -> layLeaf(first), () -> lay(cluster));
      } else {
        int a = left[cluster - leaves];
        int b = right[cluster - leaves];
        int larger = rows(a) >= rows(b) ? a : b;
        int smaller = larger == a ? b : a;
        if (open(smaller).findAny().isPresent()) {
          part(() -> lay(larger), () -> lay(smaller));
        } else {
          lay(larger);
        }
      }
    }

    /** The leaves of a cluster that have no place yet, the largest class first. */
    private IntStream open(int cluster) {
      return cluster < leaves
          ? IntStream.of(cluster).filter(leaf -> !laid[leaf])
          : IntStream.concat(open(left[cluster - leaves]), open(right[cluster - leaves])).sorted();
    }

    private double rows(int cluster) {
      return open(cluster).mapToDouble(leaf -> sizes[leaf]).sum();
    }

    private void part(Runnable layLeft, Runnable layRight) {
      int own = node++;
      layLeft.run();
      cuts[own] = place;
      layRight.run();
    }

    /** A class; the last leaf may be all those that are not compared. */
    private void layLeaf(int leaf) {
      laid[leaf] = true;
      int last = leaf == leaves - 1 ? largest.length : leaf + 1;
      int[] classes = IntStream.range(leaf, last).map(i -> largest[i]).toArray();
      double[] rows = IntStream.of(classes).mapToDouble(c -> starts[c + 1] - starts[c]).toArray();
      for (int cut : Hierarchy.of(rows).cuts()) {
        cuts[node++] = place + cut;
      }
      for (int c : classes) {
        order[place++] = c;
      }
    }
  }
}
