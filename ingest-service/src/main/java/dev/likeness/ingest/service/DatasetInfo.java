package dev.likeness.ingest.service;

import dev.likeness.table.io.Reading;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a dataset.
 *
 * @param id its id
 * @param name of the uploaded file
 * @param state UPLOADED, PROFILED or PROFILING_FAILED
 * @param bytes of the uploaded file
 * @param sha256 of the uploaded file
 * @param createdAt when it came in
 * @param reading how it was read
 * @param version of the reading, from 1
 * @param uploadKept whether the upload can be read anew
 */
public record DatasetInfo(
    UUID id,
    String name,
    String state,
    long bytes,
    String sha256,
    Instant createdAt,
    Reading reading,
    int version,
    boolean uploadKept) {}
