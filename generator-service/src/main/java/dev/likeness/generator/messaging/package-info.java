/** What the generator hears from the other services. */
@NullMarked
package dev.likeness.generator.messaging;

import org.jspecify.annotations.NullMarked;
