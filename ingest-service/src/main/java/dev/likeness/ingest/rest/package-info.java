/** The paths of the service. */
@NullMarked
package dev.likeness.ingest.rest;

import org.jspecify.annotations.NullMarked;
