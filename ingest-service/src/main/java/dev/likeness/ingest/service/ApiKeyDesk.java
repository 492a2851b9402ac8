package dev.likeness.ingest.service;

import dev.likeness.ingest.config.OversightConfig;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.access.ApiKey;
import dev.likeness.platform.access.ApiKeys;
import dev.likeness.platform.access.Caller;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.access.Role;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Issues and revokes API keys and rotates key-encryption keys; writes down each. */
@Singleton
public class ApiKeyDesk {

  private static final int LONGEST_NAME = 100;

  private final ApiKeys apiKeys;
  private final DataKeys dataKeys;
  private final AuditLog audit;
  private final Callers callers;
  private final Duration maxLife;

  @Inject
  ApiKeyDesk(
      ApiKeys apiKeys, DataKeys dataKeys, AuditLog audit, Callers callers, OversightConfig config) {
    this.apiKeys = apiKeys;
    this.dataKeys = dataKeys;
    this.audit = audit;
    this.callers = callers;
    this.maxLife = config.maxKeyLife();
  }

  /** Issues a key; its token is shown this once. */
  public ApiKeys.Issued issue(String name, List<String> roles, int days) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problems.invalidValue("name has " + name.length() + " characters, expected 1 to 100.")
          .at("/name")
          .toException();
    }
    if (days < 1 || days > maxLife.toDays()) {
      throw Problems.invalidValue(
              "expires_in_days = " + days + ", expected in [1, " + maxLife.toDays() + "].")
          .at("/expires_in_days")
          .toException();
    }
    Set<Role> granted = roles(roles);
    Caller by = callers.required();
    Instant expires = Instant.now().plus(Duration.ofDays(days));
    return Database.inTransaction(
        () -> {
          ApiKeys.Issued issued = apiKeys.issue(Tenants.DEFAULT, name, granted, expires, by.name());
          audit.append(Tenants.DEFAULT, "api-key-issued", details(issued.key()));
          return issued;
        });
  }

  /** Keys that work, from new to old. */
  public List<ApiKey> list() {
    return apiKeys.list(Tenants.DEFAULT);
  }

  /** Revokes a key; a problem {@code api-key-not-found} for unknown ids. */
  public void revoke(String id) {
    ApiKey key = apiKeys.find(Tenants.DEFAULT, id).orElseThrow(() -> notFound().toException());
    Database.inTransaction(
        () -> {
          audit.append(Tenants.DEFAULT, "api-key-revoked", details(key));
          apiKeys.revoke(Tenants.DEFAULT, id);
          return key;
        });
  }

  /** Makes a new key-encryption key and wraps every data key again by it. */
  public int rotate() {
    int count = dataKeys.rotate();
    Database.inTransaction(
        () ->
            audit.append(
                Tenants.DEFAULT,
                "keys-rewrapped",
                Map.of("kek", dataKeys.kek().id(), "count", Integer.toString(count))));
    return count;
  }

  private static Map<String, String> details(ApiKey key) {
    String roles = key.roles().stream().sorted().map(Role::label).collect(Collectors.joining(","));
    return Map.of("key", key.id(), "roles", roles, "expires_at", key.expiresAt().toString());
  }

  private static Set<Role> roles(List<String> labels) {
    Set<Role> roles = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String pointer = "/roles/" + i;
      roles.add(
          Role.labelled(labels.get(i))
              .orElseThrow(
                  () ->
                      Problems.invalidValue(
                              "There is no such role, expected viewer, operator, privacy-officer"
                                  + " or admin.")
                          .at(pointer)
                          .toException()));
    }
    if (roles.isEmpty()) {
      throw Problems.invalidValue("roles is empty, expected at least one.")
          .at("/roles")
          .toException();
    }
    return roles;
  }

  private static Problem notFound() {
    return Problem.of(
        404,
        "api-key-not-found",
        "API key not found",
        "There is no API key with this id, or it was revoked.",
        "List the keys by GET /v1/api-keys.");
  }
}
