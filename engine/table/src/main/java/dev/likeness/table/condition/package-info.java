/**
 * What rows shall be like: conditions on columns, and which values fulfil them.
 *
 * <p>There are two layers. A {@link dev.likeness.table.condition.Condition} is what somebody typed:
 * a column's name, an operator, values as text. {@link dev.likeness.table.condition.ConditionText}
 * and {@link dev.likeness.table.condition.ConditionsJson} read it. {@link
 * dev.likeness.table.condition.ConditionBinder} then understands it against a schema: every
 * condition becomes a {@link dev.likeness.table.condition.ValueSet}, the sets of one column are
 * intersected, and what remains is a {@link dev.likeness.table.condition.Restriction}, all that a
 * model ever sees. Whatever cannot be understood is an {@link
 * dev.likeness.table.condition.InvalidConditionException} that names the place.
 *
 * <p>A comparison never holds for a missing value, {@code !=} and {@code in} included; only {@code
 * is missing} does.
 */
@NullMarked
package dev.likeness.table.condition;

import org.jspecify.annotations.NullMarked;
