/**
 * The profiler says what the columns of a dataset are: kinds, roles, statistics.
 *
 * <p>It hears {@code DatasetUploaded}, looks at every column of the canonical copy as a work item,
 * keeps the profile as an object, and tells {@code DatasetProfiled} or {@code ProfilingFailed}.
 */
@NullMarked
package dev.likeness.profiler;

import org.jspecify.annotations.NullMarked;
