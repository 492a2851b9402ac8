/** Rows of the schema {@code profiler}. */
@NullMarked
package dev.likeness.profiler.persistence;

import org.jspecify.annotations.NullMarked;
