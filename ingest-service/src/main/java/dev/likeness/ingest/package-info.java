/**
 * Ingest keeps what came in and what may go out: uploads, the catalogue of datasets, previews,
 * samples and downloads.
 *
 * <p>It tells {@code DatasetUploaded}, and learns from the profiler whether the columns are known
 * and from the generator where the result of a job lies.
 */
@NullMarked
package dev.likeness.ingest;

import org.jspecify.annotations.NullMarked;
