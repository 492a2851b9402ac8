/** The one place that talks to DuckDB, the data engine under reading, profiling and storage. */
@NullMarked
package dev.likeness.table.sql;

import org.jspecify.annotations.NullMarked;
