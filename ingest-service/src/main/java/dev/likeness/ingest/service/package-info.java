/** What the service does: takes files in, knows its datasets, gives results out. */
@NullMarked
package dev.likeness.ingest.service;

import org.jspecify.annotations.NullMarked;
