/**
 * What can be done to a column of personal data.
 *
 * <p>A {@link dev.likeness.privacy.treatment.Treatment} is one file, found by its name in {@link
 * dev.likeness.privacy.treatment.Treatments}; prepared for a column it becomes a {@link
 * dev.likeness.privacy.treatment.CellTreatment}, which turns one cell into another. Missing cells
 * never reach it: they stay missing. What it cannot read (a date that is none, say) becomes a token
 * of the column ({@code ~s…}), neither shown nor lost.
 *
 * <p>The same treatments take part in synthesis, each by its {@link
 * dev.likeness.privacy.treatment.SynthesisRule}.
 */
@NullMarked
package dev.likeness.privacy.treatment;

import org.jspecify.annotations.NullMarked;
