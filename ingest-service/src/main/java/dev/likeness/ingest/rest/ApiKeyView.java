package dev.likeness.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.platform.access.ApiKey;
import dev.likeness.platform.access.ApiKeys;
import dev.likeness.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key on the wire. */
@Schema(name = "ApiKey")
public record ApiKeyView(
    @Schema(description = "Public part; in the audit log as `key:<id>`.") String id,
    @Schema(description = "What it is for.", examples = "nightly job") String name,
    @Schema(examples = "operator") List<String> roles,
    @Schema(description = "Who issued it.") String createdBy,
    @Schema(description = "When, UTC.") Instant createdAt,
    @Schema(description = "From when on it is refused, UTC.") Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
            description = "The key itself; shown only in the answer that issues it.",
            implementation = String.class)
        Optional<String> token) {

  /** Asks for a key. */
  @Schema(name = "ApiKeyRequest")
  public record Request(
      @Schema(description = "What it is for.", required = true, examples = "nightly job")
          @Nullable String name,
      @Schema(
              description = "Any of viewer, operator, privacy-officer, admin.",
              required = true,
              examples = "operator")
          @Nullable List<String> roles,
      @Schema(description = "Days until it is refused.", defaultValue = "90")
          @Nullable Integer expiresInDays) {}

  /** Keys on the wire. */
  @Schema(name = "ApiKeyList")
  public record Keys(List<ApiKeyView> items) {}

  static ApiKeyView of(ApiKey key) {
    return of(key, Optional.empty());
  }

  static ApiKeyView of(ApiKeys.Issued issued) {
    return of(issued.key(), Optional.of(issued.token()));
  }

  private static ApiKeyView of(ApiKey key, Optional<String> token) {
    return new ApiKeyView(
        key.id(),
        key.name(),
        key.roles().stream().sorted().map(Role::label).toList(),
        key.createdBy(),
        key.createdAt(),
        key.expiresAt(),
        token);
  }
}
