package dev.likeness.table.relation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that holds between columns in every row, or nearly.
 *
 * <ol>
 *   <li>Columns are known by name.
 *   <li>{@link #support} says what was seen where the relation was found; {@link #check} looks at
 *       another table.
 *   <li>Values of the data do not stand in a relation, except frequent categories as a condition.
 * </ol>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EqualColumns.class, name = "equal_columns"),
  @JsonSubTypes.Type(value = SumOfColumns.class, name = "sum_of_columns"),
  @JsonSubTypes.Type(value = FunctionalDependency.class, name = "functional_dependency"),
  @JsonSubTypes.Type(value = OneHotGroup.class, name = "one_hot_group"),
  @JsonSubTypes.Type(value = FixedCombinations.class, name = "fixed_combinations"),
  @JsonSubTypes.Type(value = Inequality.class, name = "inequality"),
  @JsonSubTypes.Type(value = UniqueKey.class, name = "unique_key"),
  @JsonSubTypes.Type(value = DerivedColumn.class, name = "derived_column"),
  @JsonSubTypes.Type(value = ConditionalMissingness.class, name = "conditional_missingness"),
  @JsonSubTypes.Type(value = GeographicPair.class, name = "geographic_pair")
})
public sealed interface Relation
    permits EqualColumns,
        SumOfColumns,
        FunctionalDependency,
        OneHotGroup,
        FixedCombinations,
        Inequality,
        UniqueKey,
        DerivedColumn,
        ConditionalMissingness,
        GeographicPair {

  /** All columns that take part, those first that decide. */
  List<String> names();

  /** What the relation rested on where it was found. */
  Support support();

  /** The same relation resting on something else. */
  Relation with(Support support);

  /** One sentence about it. */
  String sentence();

  /** The same as briefly as can be: {@code city → region}. */
  default String notation() {
    return notation(UnaryOperator.identity());
  }

  /**
   * The same with columns called otherwise.
   *
   * @param naming what stands for the name of a column
   */
  String notation(UnaryOperator<String> naming);

  /**
   * A tally over tables of a schema.
   *
   * @throws IllegalArgumentException when the schema lacks a column, or has another type of it
   */
  Tally tally(Schema schema);

  /** What the relation rests on in a table. */
  default Support check(Table table) {
    Tally tally = tally(table.schema());
    tally.add(table);
    return tally.support();
  }
}
