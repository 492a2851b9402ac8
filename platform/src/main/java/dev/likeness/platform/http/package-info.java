/**
 * HTTP as all services speak it: who may ask, JSON, problems on the wire, idempotency keys, pages
 * of lists, and waiting a moment for what travels by events.
 */
@NullMarked
package dev.likeness.platform.http;

import org.jspecify.annotations.NullMarked;
