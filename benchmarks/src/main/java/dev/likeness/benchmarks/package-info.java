/**
 * How fast the engine is: kernels under JMH, and {@link dev.likeness.benchmarks.ModelRun}, which
 * the comparison in {@code benchmarks/copula} runs beside a peer.
 */
@NullMarked
package dev.likeness.benchmarks;

import org.jspecify.annotations.NullMarked;
