/** The paths of the service. */
@NullMarked
package dev.likeness.profiler.rest;

import org.jspecify.annotations.NullMarked;
