package dev.likeness.platform.access;

import java.time.Instant;
import java.util.Set;

/**
 * An API key, without its secret.
 *
 * @param id public part, in every token and in the audit log
 * @param name what it is for
 * @param roles what its holder may do
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param expiresAt from when on it is refused
 */
public record ApiKey(
    String id,
    String name,
    Set<Role> roles,
    Instant createdAt,
    String createdBy,
    Instant expiresAt) {

  /** Copies the roles. */
  public ApiKey {
    roles = Set.copyOf(roles);
  }
}
