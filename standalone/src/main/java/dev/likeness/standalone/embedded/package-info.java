/**
 * The real servers that the services need, started from what the build brought along.
 *
 * <p>PostgreSQL runs as a child process from the binaries in a jar, Kafka as a KRaft broker inside
 * this JVM. Both listen on the loopback interface only, on ports that were free a moment ago, and
 * keep their data in the data folder, so that a restart finds everything again.
 */
@NullMarked
package dev.likeness.standalone.embedded;

import org.jspecify.annotations.NullMarked;
