/** How a service forgets a dataset: its rows, its objects, and the word that it has. */
@NullMarked
package dev.likeness.platform.erasure;

import org.jspecify.annotations.NullMarked;
