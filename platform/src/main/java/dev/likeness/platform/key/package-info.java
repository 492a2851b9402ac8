/**
 * Keys of datasets and projects as the services reach them: one port, {@link
 * dev.likeness.platform.key.DataKeys}, over one object for each key ({@code keys/<tenant>/…}).
 *
 * <p>Ingest makes a dataset's key with the upload and destroys it with the erasure; the others only
 * read. Nobody remembers a key longer than its object exists: every use looks whether it still
 * does, so that an erasure reaches running processes at once.
 */
@NullMarked
package dev.likeness.platform.key;

import org.jspecify.annotations.NullMarked;
