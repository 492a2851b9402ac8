/** Settings of the service, and where platform is given its datasource. */
@NullMarked
package dev.likeness.ingest.config;

import org.jspecify.annotations.NullMarked;
