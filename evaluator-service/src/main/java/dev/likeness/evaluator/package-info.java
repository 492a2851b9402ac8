/**
 * Says how good the rows of a job are: compares them with the rows that the model learnt from and
 * with the control rows that it never saw, and keeps the report.
 *
 * <p>{@code rest} → {@code service} → {@code persistence}; {@code messaging} hears what the other
 * services did, {@code config} holds the settings.
 */
@NullMarked
package dev.likeness.evaluator;

import org.jspecify.annotations.NullMarked;
