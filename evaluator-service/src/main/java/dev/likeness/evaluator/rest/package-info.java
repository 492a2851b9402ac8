/** The evaluator's HTTP paths. */
@NullMarked
package dev.likeness.evaluator.rest;

import org.jspecify.annotations.NullMarked;
