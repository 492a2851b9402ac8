/** Tables of the schema {@code evaluator}. */
@NullMarked
package dev.likeness.evaluator.persistence;

import org.jspecify.annotations.NullMarked;
