/**
 * Who asks, and what they may do.
 *
 * <p>A request is one {@link dev.likeness.platform.access.Caller} with roles: the only user of a
 * server on loopback that has neither key nor identity provider, the holder of the configured key,
 * the holder of an issued {@link dev.likeness.platform.access.ApiKey}, or the subject of an OIDC
 * bearer token. {@link dev.likeness.platform.access.AccessRules} is the one table of what each role
 * may do; an operation that is not in it is for administrators, and a test fails until it is.
 */
@NullMarked
package dev.likeness.platform.access;

import org.jspecify.annotations.NullMarked;
