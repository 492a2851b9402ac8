/**
 * What shall be done to the columns of a table, and doing it.
 *
 * <p>A {@link dev.likeness.privacy.plan.TreatmentPlan} says which treatment each column gets;
 * {@link dev.likeness.privacy.plan.Configuration} is the file that people keep it in, together with
 * what they say about the reading. {@link dev.likeness.privacy.plan.MaskedCopy} treats a table row
 * by row and leaves a {@link dev.likeness.privacy.plan.MaskedManifest} from which {@link
 * dev.likeness.privacy.plan.Reveal}, with the key, undoes what can be undone. {@link
 * dev.likeness.privacy.plan.Regeneration} fills the columns that a model was not shown.
 */
@NullMarked
package dev.likeness.privacy.plan;

import org.jspecify.annotations.NullMarked;
