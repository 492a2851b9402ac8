/**
 * What went wrong, told to people by RFC 9457 {@code application/problem+json}.
 *
 * <p>A problem has a stable {@code code}, says what happened ({@code detail}) and what to do about
 * it ({@code action}), and points into the request where that helps ({@code pointer}). It never
 * carries a cell value, a stack trace or a class name. Code anywhere in a service throws {@link
 * dev.likeness.platform.problem.ProblemException}; exceptions of libraries and of the engine are
 * translated in one table, {@link dev.likeness.platform.problem.Problems}, to which a service adds
 * its own by {@link dev.likeness.platform.problem.ProblemMapping} beans.
 */
@NullMarked
package dev.likeness.platform.problem;

import org.jspecify.annotations.NullMarked;
