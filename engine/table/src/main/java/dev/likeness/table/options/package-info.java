/**
 * Options of whatever can be chosen by name (models, treatments): a record whose components carry
 * {@link dev.likeness.table.options.Option}; {@link dev.likeness.table.options.OptionBinding} turns
 * JSON and typed text into it and describes it for forms, flags and schemas.
 */
@NullMarked
package dev.likeness.table.options;

import org.jspecify.annotations.NullMarked;
