package dev.likeness.privacy.treatment;

import dev.likeness.privacy.cipher.TokenCipher;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import dev.likeness.table.Field;
import dev.likeness.table.profile.ColumnProfile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a treatment is prepared for.
 *
 * @param table that the column stands in
 * @param position of the column, from 0
 * @param key of the dataset or project; none where rows are new
 * @param vault for tokens
 * @param missing texts that stand for "no value", in small letters
 */
public record ColumnContext(
    TableContext table, int position, Optional<DataKey> key, Vault vault, Set<String> missing) {

  /** Copies the set. */
  public ColumnContext {
    missing = Set.copyOf(missing);
  }

  /** A column in which nothing but an empty cell stands for "no value". */
  public ColumnContext(TableContext table, int position, Optional<DataKey> key, Vault vault) {
    this(table, position, key, vault, Set.of());
  }

  /** Whether a cell stands for "no value". */
  public boolean isMissing(String cell) {
    return cell.isEmpty() || !missing.isEmpty() && missing.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The column. */
  public Field field() {
    return table.columns().get(position).field();
  }

  /** What personal data it holds. */
  public String type() {
    return table.columns().get(position).type();
  }

  /**
   * The key.
   *
   * @throws IllegalStateException where rows are new
   */
  public DataKey secret() {
    return key.orElseThrow(() -> new IllegalStateException("new rows have no key"));
  }

  /**
   * What keeps the values of this column apart from those of others: under a dataset's key its
   * name; under a project's key what it holds, so that the same customer number becomes the same
   * token in every table, and the name only where that is unknown.
   *
   * @param given by people; empty for the usual one
   */
  public String domain(String given) {
    if (!given.isEmpty()) {
      return given;
    }
    boolean project = secret().scope().kind() == KeyScope.Kind.PROJECT;
    boolean typed = !type().equals(ColumnProfile.NO_TYPE) && !type().equals("record_id");
    return project
        ? typed ? "type:" + type() : field().name().strip().toLowerCase(Locale.ROOT)
        : field().name();
  }

  /** Tokens of this column, equal for equal values. */
  public TokenCipher tokens(String domain) {
    return TokenCipher.deterministic(
        secret().deterministic(), secret().scope().associatedData(domain));
  }

  /** What becomes of a cell that a treatment cannot read: a token, or a star where rows are new. */
  public CellTreatment unreadable() {
    if (key.isEmpty()) {
      return (value, row) -> "*";
    }
    TokenCipher tokens = tokens(domain(""));
    return (value, row) -> tokens.encrypt(value);
  }
}
