/**
 * Personal data: {@code detect} finds it, {@code treatment} replaces it, {@code key} holds what can
 * undo a replacement.
 */
@NullMarked
package dev.likeness.privacy;

import org.jspecify.annotations.NullMarked;
