/**
 * What can undo a treatment, and what keeps stored objects unreadable: data keys, each under a
 * key-encryption key.
 *
 * <p>A {@link dev.likeness.privacy.key.DataKey} belongs to one dataset or, where values must match
 * across datasets, to one project; its {@link dev.likeness.privacy.key.KeyScope} is part of the
 * associated data of everything that it encrypts. It exists in the clear in memory only. At rest it
 * is one <em>wrapped</em> blob, encrypted by a {@link dev.likeness.privacy.key.KeyEncryptionKey};
 * who deletes the blob makes everything under the key unreadable, in every copy and backup that
 * leaves the blob out. Rotation wraps the same data key again by a newer key-encryption key; no
 * data is encrypted again.
 *
 * <p>Whatever is missing, damaged or wrong ends in a {@link
 * dev.likeness.privacy.key.KeyUnavailableException} with a cause and a remedy. No message, no
 * {@code toString} and no exception holds key material. Primitives are Tink's.
 */
@NullMarked
package dev.likeness.privacy.key;

import org.jspecify.annotations.NullMarked;
