/** What the evaluator does: waits until all that it needs is known, compares, reports. */
@NullMarked
package dev.likeness.evaluator.service;

import org.jspecify.annotations.NullMarked;
