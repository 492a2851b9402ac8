package dev.likeness.contracts;

/**
 * A table of a profiled dataset.
 *
 * @param index position in the dataset, from 0
 * @param profile JSON: schema and statistics
 */
public record ProfiledTable(int index, ObjectRef profile) {}
