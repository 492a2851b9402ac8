/**
 * Long work that survives the process.
 *
 * <p>A service enqueues a work item in the transaction of its cause; a worker, in whatever process
 * of that service, claims it with a lease and a fencing number, computes, and ends it in one
 * transaction with its result. Whoever lost the lease meets another fencing number and can write
 * nothing. The state machine of an item:
 *
 * <pre>
 *            claim                     complete
 *   READY ──────────▶ LEASED ─────────────────────▶ DONE
 *     ▲                 │ │ └── cancelled ─────────▶ CANCELLED
 *     └── released, ────┘ └──── failed for good ───▶ FAILED
 *         lease over, or
 *         failed for now
 * </pre>
 */
@NullMarked
package dev.likeness.platform.work;

import org.jspecify.annotations.NullMarked;
