/**
 * A log that shows when somebody has changed it.
 *
 * <p>Every {@link dev.likeness.privacy.audit.AuditEntry} holds the hash of the one before it, so
 * that flipping, deleting, inserting or swapping breaks the chain where it happened. A chain alone
 * does not show that its end was cut off or that all of it was written anew; a signed {@link
 * dev.likeness.privacy.audit.AuditCheckpoint} does: it says which hash stood at which number, and
 * copies of it lie where whoever can write the log cannot. {@link
 * dev.likeness.privacy.audit.AuditVerifier} checks both.
 *
 * <p>Entries hold ids, codes, counts and hashes, who, when and why; never a cell value and no
 * column name.
 */
@NullMarked
package dev.likeness.privacy.audit;

import org.jspecify.annotations.NullMarked;
