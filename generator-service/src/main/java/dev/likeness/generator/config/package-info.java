/** Settings of the generator and its share of the platform. */
@NullMarked
package dev.likeness.generator.config;

import org.jspecify.annotations.NullMarked;
