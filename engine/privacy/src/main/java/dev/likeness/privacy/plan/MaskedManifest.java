package dev.likeness.privacy.plan;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.privacy.treatment.BoundTreatment;
import dev.likeness.privacy.treatment.ColumnContext;
import dev.likeness.privacy.treatment.Protection;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Field;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a masked copy was made: everything but the key that is needed to undo what can be undone. It
 * holds names of columns, so it is kept as carefully as the copy.
 *
 * @param version of this format
 * @param keyId id of the key
 * @param scope of the key
 * @param dialect that the copy is written in
 * @param columns of the original, in file order
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MaskedManifest(
    int version, String keyId, KeyScope scope, Dialect dialect, List<Column> columns) {

  /** The version that is written. */
  public static final int VERSION = 1;

  /** Copies the list. */
  public MaskedManifest {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param field of the original
   * @param type of personal data
   * @param treatment that it got; absent where it stayed as it was
   * @param missing texts that stand for "no value", in small letters
   */
  public record Column(
      Field field, String type, Optional<TreatmentChoice> treatment, List<String> missing) {

    /** Copies the list. */
    public Column {
      missing = List.copyOf(missing);
    }

    Optional<BoundTreatment<?>> bound() {
      return treatment.map(TreatmentChoice::bound);
    }

    boolean isDropped() {
      return treatment.filter(choice -> choice.name().equals("drop")).isPresent();
    }

    boolean isReversible() {
      return bound().filter(bound -> bound.protection() == Protection.REVERSIBLE).isPresent();
    }
  }

  static MaskedManifest of(TableContext table, TreatmentPlan plan, DataKey key, Reading reading) {
    return new MaskedManifest(
        VERSION,
        key.id(),
        key.scope(),
        reading.dialect().written(),
        table.columns().stream()
            .map(
                column ->
                    new Column(
                        column.field(),
                        column.type(),
                        plan.of(column.field().name()),
                        missing(column.field(), reading)))
            .toList());
  }

  private static List<String> missing(Field field, Reading reading) {
    return Stream.concat(reading.missingTokens().stream(), Stream.of(field.format().missingToken()))
        .filter(token -> !token.isEmpty())
        .map(token -> token.toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  /** The columns as treatments see them. */
  ColumnContext context(int column, DataKey key, Vault vault) {
    return new ColumnContext(
        table(), column, Optional.of(key), vault, Set.copyOf(columns.get(column).missing()));
  }

  /** Reads what {@link #bytes} gave. */
  public static MaskedManifest read(InputStream in) throws IOException {
    return TableJson.mapper().readValue(in, MaskedManifest.class);
  }

  /** As JSON. */
  public byte[] bytes() {
    try {
      return TableJson.mapper().writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalStateException("a manifest cannot be written", e);
    }
  }

  TableContext table() {
    return new TableContext(
        columns.stream().map(c -> new TableContext.Column(c.field(), c.type())).toList());
  }

  /** Positions in the original of the columns that the copy has. */
  public List<Integer> kept() {
    return IntStream.range(0, columns.size())
        .filter(i -> !columns.get(i).isDropped())
        .boxed()
        .toList();
  }

  /** Names of the columns that can be undone with the key. */
  public List<String> reversible() {
    return columns.stream().filter(Column::isReversible).map(c -> c.field().name()).toList();
  }
}
