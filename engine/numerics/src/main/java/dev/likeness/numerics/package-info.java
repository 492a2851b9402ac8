/**
 * Numerical ground that every other room of the engine stands on.
 *
 * <p>Three promises are kept here once, so that models need not keep them again:
 *
 * <ol>
 *   <li><b>Explicit randomness.</b> {@link dev.likeness.numerics.CounterRandom} has no state: a
 *       number is a pure function of a key, a row and a draw, so any row can be made anywhere, in
 *       any order.
 *   <li><b>Same bytes for any number of threads.</b> Work is cut into blocks whose borders depend
 *       on the size of the data only, and partial results are merged in block order.
 *   <li><b>Same bytes on any machine.</b> Only IEEE operations, {@code fma} and polynomials of our
 *       own or {@link java.lang.StrictMath}; never an intrinsic whose last bit is the machine's
 *       choice.
 * </ol>
 */
@NullMarked
package dev.likeness.numerics;

import org.jspecify.annotations.NullMarked;
