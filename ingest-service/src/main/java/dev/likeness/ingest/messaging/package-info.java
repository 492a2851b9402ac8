/** What the service hears from others. */
@NullMarked
package dev.likeness.ingest.messaging;

import org.jspecify.annotations.NullMarked;
