/**
 * The models. Each is one class that is found by {@link java.util.ServiceLoader}.
 *
 * <p>What all models share is done once, around them: {@link
 * dev.likeness.synthesis.model.TableModel} keeps schema and provenance, fills columns that are not
 * modelled, and makes rows in parallel blocks; a model only says how the modelled columns of a
 * block come about ({@link dev.likeness.synthesis.model.RowGenerator}).
 */
@NullMarked
package dev.likeness.synthesis.model;

import org.jspecify.annotations.NullMarked;
