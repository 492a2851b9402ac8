/**
 * Files that nobody should have to read: what people send by accident, and what they send on
 * purpose to bring a reader down. For tests only.
 */
@NullMarked
package dev.likeness.table.testing;

import org.jspecify.annotations.NullMarked;
