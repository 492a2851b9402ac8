/**
 * Finds the columns that tell who somebody is, help to tell, or tell what nobody should know.
 *
 * <p>A {@link dev.likeness.privacy.detect.Detector} for each type weighs the name and the values of
 * a column; all columns together say whether rows are people, and neighbours settle what a name
 * leaves open. The words by which names and values are known lie in texts beside the classes, one
 * for each type, in many languages: to teach a language or a trade, add its words there. {@code
 * abbreviations.txt} lists short forms, {@code rows.txt} what speaks for rows that are no people.
 */
@NullMarked
package dev.likeness.privacy.detect;

import org.jspecify.annotations.NullMarked;
