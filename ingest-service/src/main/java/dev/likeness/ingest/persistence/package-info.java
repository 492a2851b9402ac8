/** Rows of the schema {@code ingest}. */
@NullMarked
package dev.likeness.ingest.persistence;

import org.jspecify.annotations.NullMarked;
