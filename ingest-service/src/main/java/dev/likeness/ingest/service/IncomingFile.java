package dev.likeness.ingest.service;

import java.nio.file.Path;

/**
 * A file that came in and lies on disk.
 *
 * @param path where; the caller removes it
 * @param name as its owner calls it, made harmless
 * @param bytes its size
 * @param sha256 its hash
 */
public record IncomingFile(Path path, String name, long bytes, String sha256) {}
