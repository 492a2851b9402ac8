/**
 * Ciphers for single cells.
 *
 * <p>{@link dev.likeness.privacy.cipher.FormatCipher} keeps a value's format: digits stay digits,
 * letters stay letters of their case, everything else stays where it is. What it cannot hold
 * becomes a token of {@link dev.likeness.privacy.cipher.TokenCipher}; tokens begin with a mark that
 * no format-kept value begins with, so both come back without anybody keeping a list.
 */
@NullMarked
package dev.likeness.privacy.cipher;

import org.jspecify.annotations.NullMarked;
