/**
 * The demo: the walk of a table through Likeness, seen from outside.
 *
 * <p>It uses nothing but the public HTTP API, as anybody could with {@code curl}; that it runs in
 * the same JVM as the services saves a second start and changes nothing else.
 */
@NullMarked
package dev.likeness.standalone.demo;

import org.jspecify.annotations.NullMarked;
