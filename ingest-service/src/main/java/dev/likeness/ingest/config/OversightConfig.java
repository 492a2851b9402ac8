package dev.likeness.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Audit, reveals and erasure. */
@ConfigMapping(prefix = "likeness.oversight")
public interface OversightConfig {

  /** The audit log. */
  Audit audit();

  /** The reveal desk. */
  Reveal reveal();

  /** Services that must answer before an erasure has a receipt. */
  @WithDefault("profiler,generator,evaluator")
  Set<String> erasureServices();

  /** Longest life of an API key. */
  @WithDefault("365d")
  Duration maxKeyLife();

  /** The audit log. */
  interface Audit {

    /** File of the key that signs checkpoints; made on the first start with mode 0600. */
    @WithDefault("${likeness.data-dir}/secret/audit-signing-key.pem")
    Path signingKey();

    /** Folder of the files with checkpoints and the public key. */
    @WithDefault("${likeness.data-dir}/audit")
    Path folder();

    /** How often a checkpoint is made while the log grows. */
    @WithDefault("5s")
    Duration checkpointEvery();
  }

  /** The reveal desk. */
  interface Reveal {

    /** Whether a second privacy officer must approve. */
    @WithDefault("false")
    boolean secondPerson();

    /** Reveals that one person may ask for in 24 hours. */
    @WithDefault("20")
    int dailyCap();

    /** How long a link lives. */
    @WithDefault("5m")
    Duration linkLife();

    /** Shortest purpose, in characters. */
    @WithDefault("15")
    int minPurpose();

    /** Longest purpose, in characters. */
    @WithDefault("500")
    int maxPurpose();
  }
}
