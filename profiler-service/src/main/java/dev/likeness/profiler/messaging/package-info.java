/** What the service hears from others. */
@NullMarked
package dev.likeness.profiler.messaging;

import org.jspecify.annotations.NullMarked;
