/** What the evaluator hears from the other services. */
@NullMarked
package dev.likeness.evaluator.messaging;

import org.jspecify.annotations.NullMarked;
