package dev.likeness.ingest.config;

import dev.likeness.table.io.ReadLimits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What ingest takes in and how long it waits. */
@ConfigMapping(prefix = "likeness.ingest")
public interface IngestConfig {

  /**
   * Largest upload. A whole request may be larger by the framing of multipart; {@code
   * quarkus.http.limits.max-body-size} must leave room for that.
   */
  @WithDefault("5G")
  MemorySize maxFileSize();

  /** Most columns of a table. */
  @WithDefault("4096")
  int maxColumns();

  /** Longest record of column names. */
  @WithDefault("256K")
  MemorySize maxHeaderSize();

  /** Longest record. */
  @WithDefault("8M")
  MemorySize maxRecordSize();

  /** Longest field. */
  @WithDefault("1M")
  MemorySize maxFieldSize();

  /** Whether uploads are kept as they came, so that they can be read anew in another way. */
  @WithDefault("true")
  boolean keepUpload();

  /** Files that are read at a time; others wait. */
  @WithDefault("2")
  int concurrentReads();

  /** Rows of a preview when nobody says how many. */
  @WithDefault("50")
  int previewRows();

  /** Most rows of a preview. */
  @WithDefault("1000")
  int maxPreviewRows();

  /** How long a download waits for the news that its job has ended. */
  @WithDefault("2s")
  Duration patience();

  /** The limits as the reader of tables takes them. */
  default ReadLimits readLimits() {
    return new ReadLimits(
        maxFileSize().asLongValue(),
        maxColumns(),
        Math.toIntExact(maxHeaderSize().asLongValue()),
        Math.toIntExact(maxRecordSize().asLongValue()),
        Math.toIntExact(maxFieldSize().asLongValue()));
  }
}
