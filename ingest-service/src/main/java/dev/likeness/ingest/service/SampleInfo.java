package dev.likeness.ingest.service;

/**
 * A table to try things on.
 *
 * @param name short, in paths
 * @param title for people
 * @param description one or two sentences
 * @param licence under which it comes
 * @param rows data rows
 * @param columns number of columns
 * @param bytes size of its file
 */
public record SampleInfo(
    String name,
    String title,
    String description,
    String licence,
    long rows,
    int columns,
    long bytes) {}
