package dev.likeness.profiler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the profiler waits. */
@ConfigMapping(prefix = "likeness.profiler")
public interface ProfilerConfig {

  /** How long a request for a profile waits for the news that its dataset exists. */
  @WithDefault("2s")
  Duration patience();
}
