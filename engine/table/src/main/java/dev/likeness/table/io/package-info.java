/**
 * Files in and out.
 *
 * <p>{@link dev.likeness.table.io.TableReader} turns whatever was uploaded into a canonical copy: a
 * Parquet file of the values as text, exactly as they stood, in the order of the file, beside a
 * {@link dev.likeness.table.io.Reading} that says how the text was found there and what was odd
 * about it. The way there: charset, then {@link dev.likeness.table.io.Dialect}, then records one by
 * one, which are checked against {@link dev.likeness.table.io.ReadLimits}, counted, made
 * rectangular and handed to DuckDB as a CSV file without oddities. {@link
 * dev.likeness.table.io.CanonicalTable} reads the copy back as typed columns, {@link
 * dev.likeness.table.io.CsvWriter} writes typed columns the way they stood.
 *
 * <p>Everything runs in constant memory; what DuckDB may take outside the heap is bounded.
 */
@NullMarked
package dev.likeness.table.io;

import org.jspecify.annotations.NullMarked;
