/**
 * What services tell each other: past-tense records on Kafka topics.
 *
 * <p>An event carries ids, versions, object references, hashes and states; never a cell value, and
 * so no column name either (where a header was not recognised, names are cell values). Readers
 * ignore properties that they do not know and fill in those that an older writer did not have;
 * golden JSON files in the tests hold both promises.
 */
@NullMarked
package dev.likeness.contracts;

import org.jspecify.annotations.NullMarked;
