package dev.likeness.generator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The outermost fence around a treatment that is no encryption, {@code likeness.caesar-legacy.*}.
 */
@ConfigMapping(prefix = "likeness.caesar-legacy")
public interface CaesarLegacyConfig {

  /** Whether privacy officers may ask for it at all. */
  @WithDefault("false")
  boolean enabled();
}
