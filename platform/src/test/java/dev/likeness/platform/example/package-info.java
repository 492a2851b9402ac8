/** Two services as small as services can be, to try platform on. */
@NullMarked
package dev.likeness.platform.example;

import org.jspecify.annotations.NullMarked;
