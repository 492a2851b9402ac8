package dev.likeness.table.relation;

import dev.likeness.table.StorageType;
import dev.likeness.table.relation.Sample.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidates for columns that are missing for a reason that another column shows. */
final class MissingRelations {

  private static final int MOST = 150;
  private static final int MOST_VALUES = 30;
  private static final int LEAST_ROWS = 5;
  private static final double TOLERATED = 0.01;
  private static final int TELLING = 20;

  private final Sample sample;
  private final List<Integer> columns = new ArrayList<>();
  private final List<boolean[]> masks = new ArrayList<>();

  MissingRelations(Sample sample) {
    this.sample = sample;
    for (int i = 0; i < sample.schema().width() && columns.size() < MOST; i++) {
      boolean[] missing = sample.missing(i);
      int count = count(missing);
      if (count >= TELLING && sample.rows() - count >= TELLING) {
        columns.add(i);
        masks.add(missing);
      }
    }
  }

  private static int count(boolean[] mask) {
    int count = 0;
    for (boolean set : mask) {
      count += set ? 1 : 0;
    }
    return count;
  }

  List<Relation> find() {
    List<Relation> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      together(at).or(() -> because(at)).ifPresent(found::add);
    }
    return found;
  }

  private String name(int column) {
    return sample.schema().field(column).name();
  }

  /** The first earlier column that is missing in the same rows. */
  private Optional<Relation> together(int i) {
    for (int j = 0; j < i; j++) {
      int broken = 0;
      for (int row = 0; row < sample.rows(); row++) {
        broken += masks.get(i)[row] != masks.get(j)[row] ? 1 : 0;
      }
      int rarer = Math.min(count(masks.get(i)), sample.rows() - count(masks.get(i)));
      if (broken <= TOLERATED * sample.rows() && broken <= 0.05 * rarer) {
        return Optional.of(
            new ConditionalMissingness(
                name(columns.get(i)), name(columns.get(j)), List.of(), Support.NONE));
      }
    }
    return Optional.empty();
  }

  private Optional<Relation> because(int i) {
    for (int j = 0; j < sample.schema().width(); j++) {
      if (j != columns.get(i) && sample.schema().field(j).type() == StorageType.CATEGORICAL) {
        Optional<Relation> found = sample.codes(j, MOST_VALUES).flatMap(codes -> because(i, codes));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Relation> because(int i, Codes codes) {
    int[] rows = new int[codes.size()];
    int[] missing = new int[codes.size()];
    int[] example = new int[codes.size()];
    for (int row = 0; row < sample.rows(); row++) {
      int code = codes.codes()[row];
      if (code >= 0) {
        rows[code]++;
        example[code] = row;
        missing[code] += masks.get(i)[row] ? 1 : 0;
      }
    }
    List<String> when = new ArrayList<>();
    int broken = sample.rows() - codes.present();
    for (int code = 0; code < rows.length; code++) {
      boolean always = rows[code] >= LEAST_ROWS && missing[code] * 2 > rows[code];
      broken += always ? rows[code] - missing[code] : missing[code];
      if (always) {
        when.add(sample.text(codes.position(), example[code]));
      }
    }
    int rarer = Math.min(count(masks.get(i)), sample.rows() - count(masks.get(i)));
    return when.isEmpty() || broken > TOLERATED * sample.rows() || broken > 0.05 * rarer
        ? Optional.empty()
        : Optional.of(
            new ConditionalMissingness(
                name(columns.get(i)), codes.name(), when.stream().sorted().toList(), Support.NONE));
  }
}
