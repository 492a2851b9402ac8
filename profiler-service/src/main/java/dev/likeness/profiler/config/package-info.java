/** Settings of the service, and where platform is given its datasource. */
@NullMarked
package dev.likeness.profiler.config;

import org.jspecify.annotations.NullMarked;
