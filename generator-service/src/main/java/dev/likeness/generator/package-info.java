/**
 * Makes new rows. A job asks for rows that resemble a dataset; it waits until the dataset's columns
 * are known, fits a model on the training rows, keeps the model, and samples from it into a CSV
 * file.
 *
 * <p>{@code rest} → {@code service} → {@code persistence}; {@code messaging} hears what the other
 * services did, {@code config} holds the settings.
 */
@NullMarked
package dev.likeness.generator;

import org.jspecify.annotations.NullMarked;
