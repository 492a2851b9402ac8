/**
 * Choosing a model: what is known of a table ({@link dev.likeness.synthesis.auto.TableFacts})
 * becomes a {@link dev.likeness.synthesis.auto.Recommendation}, a ladder of models with reasons and
 * estimated times, before anything is learnt; {@link dev.likeness.synthesis.auto.Ladder} climbs
 * down it when a model fails, and keeps the story.
 */
@NullMarked
package dev.likeness.synthesis.auto;

import org.jspecify.annotations.NullMarked;
