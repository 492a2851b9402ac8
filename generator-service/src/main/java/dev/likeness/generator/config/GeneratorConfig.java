package dev.likeness.generator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the generator, {@code likeness.generator.*}. */
@ConfigMapping(prefix = "likeness.generator")
public interface GeneratorConfig {

  /** Name of the service: of its schema, its datasource and its share of the platform. */
  String SERVICE = "generator";

  /** Most rows that one job may ask for. */
  @WithDefault("10000000")
  long maxRows();

  /** The model of a job that names none. */
  @WithDefault("auto")
  String defaultModel();

  /** The seed of a job that names none; the command line has the same. */
  @WithDefault("42")
  long defaultSeed();

  /** How long a job waits for its dataset's columns to be known before it fails. */
  @WithDefault("PT10M")
  Duration profileDeadline();

  /** How long a look-up waits for an event that is on its way before it answers 404. */
  @WithDefault("PT2S")
  Duration eventWait();

  /** Threads of one fit or sampling; 0: as many as the machine has. Changes no result. */
  @WithDefault("0")
  int threads();

  /** How often a stream of job events looks for news. */
  @WithDefault("PT0.25S")
  Duration eventsInterval();
}
