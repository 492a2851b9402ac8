package dev.likeness.table.io;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was taken out of its container.
 *
 * @param file it
 * @param entry its name in there, where it has one
 */
record Unpacked(Path file, Optional<String> entry) {}
