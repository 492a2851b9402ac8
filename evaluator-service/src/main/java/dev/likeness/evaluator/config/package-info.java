/** Settings of the evaluator and its share of the platform. */
@NullMarked
package dev.likeness.evaluator.config;

import org.jspecify.annotations.NullMarked;
