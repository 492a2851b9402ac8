/** Histogram gradient boosting on binned codes: a learner without any notion of a table. */
@NullMarked
package dev.likeness.boosting;

import org.jspecify.annotations.NullMarked;
