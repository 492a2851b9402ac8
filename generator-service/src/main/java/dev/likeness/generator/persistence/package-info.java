/** Tables of the schema {@code generator}. */
@NullMarked
package dev.likeness.generator.persistence;

import org.jspecify.annotations.NullMarked;
