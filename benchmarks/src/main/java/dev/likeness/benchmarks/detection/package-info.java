/**
 * How well personal data is found: {@code benchmarks/detection} scores every column of labelled
 * tables, real ones and made-up ones of other domains and languages.
 */
@NullMarked
package dev.likeness.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
