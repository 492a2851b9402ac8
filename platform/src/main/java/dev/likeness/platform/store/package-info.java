/**
 * Bytes that outlive a request: canonical copies, profiles, models, results, reports.
 *
 * <p>An object appears whole or not at all, and is never changed after that. What exists is what a
 * database row names by {@link dev.likeness.contracts.ObjectRef}; an object that no row names is
 * litter, not data.
 */
@NullMarked
package dev.likeness.platform.store;

import org.jspecify.annotations.NullMarked;
