/**
 * Made-up values that look like real ones.
 *
 * <p>Every value is made <em>like</em> another: like the original in a row-aligned copy, like a
 * specimen of the column ({@code "Aaaa Aaaa"}, {@code "+49 00 0000000"}) where rows are new. Where
 * its randomness comes from is a {@link dev.likeness.privacy.fake.DrawSource}: an HMAC of the
 * original under the data key, so that the same name always becomes the same other name, or the
 * seed and number of the new row. Values that belong to one person draw by the same labels: that is
 * why an e-mail address matches the name beside it.
 *
 * <p>Dictionaries are those of Datafaker; they are read once for each locale and drawn from by
 * index.
 */
@NullMarked
package dev.likeness.privacy.fake;

import org.jspecify.annotations.NullMarked;
