/** Finds the columns that tell who somebody is, help to tell, or tell what nobody should know. */
@NullMarked
package dev.likeness.privacy.detect;

import org.jspecify.annotations.NullMarked;
