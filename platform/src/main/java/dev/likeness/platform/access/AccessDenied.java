package dev.likeness.platform.access;

import java.util.Set;

/**
 * Somebody asked for what they may not do.
 *
 * @param caller who
 * @param operation method and path template
 * @param permitted roles of which they have none
 */
public record AccessDenied(Caller caller, String operation, Set<Role> permitted) {}
