package dev.likeness.ingest.service;

import java.nio.file.Path;

/**
 * A file to download.
 *
 * @param path where it lies
 * @param name to save it under
 * @param bytes its size
 * @param sha256 its hash
 */
public record Result(Path path, String name, long bytes, String sha256) {}
