/**
 * Real servers for integration tests: a PostgreSQL and a single-node Kafka, started once per JVM
 * and shared by all its tests, stopped when the JVM ends.
 *
 * <p>A {@code @QuarkusTest} asks for them by {@code @WithTestResource(Backends.class)}.
 */
@NullMarked
package dev.likeness.platform.testing;

import org.jspecify.annotations.NullMarked;
