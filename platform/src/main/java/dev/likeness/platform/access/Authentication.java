package dev.likeness.platform.access;

import dev.likeness.platform.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out who presents a credential.
 *
 * <p>The configured key does everything but reveal: it is the first administrator, and a server
 * with one operator needs no other. A server with neither a key nor an identity provider has one
 * user, who needs no credential and has every role; {@link #isSingleUser} servers listen on
 * loopback only.
 */
@Singleton
public class Authentication {

  private static final Set<Role> OF_CONFIGURED_KEY = Set.of(Role.OPERATOR, Role.ADMIN);

  private final Optional<byte[]> configured;
  private final ApiKeys keys;
  private final Optional<OidcTokens> tokens;

  @Inject
  Authentication(
      @ConfigProperty(name = "likeness.api-key") Optional<String> key,
      ApiKeys keys,
      OidcSettings oidc) {
    this.configured = key.filter(k -> !k.isBlank()).map(k -> k.getBytes(StandardCharsets.UTF_8));
    this.keys = keys;
    this.tokens = OidcTokens.of(oidc);
  }

  /** Whether the server has one user, who needs no credential. */
  public boolean isSingleUser() {
    return configured.isEmpty() && tokens.isEmpty();
  }

  /** Whether a browser is to ask for a key. */
  public boolean takesPasswords() {
    return configured.isPresent();
  }

  /**
   * Who presents a credential; empty when nobody does who is known. Blocks: call it on a worker.
   *
   * @throws IOException when the identity provider cannot be asked
   */
  public Optional<Caller> caller(Optional<String> credential) throws IOException {
    if (credential.isEmpty()) {
      return isSingleUser() ? Optional.of(Caller.local()) : Optional.empty();
    }
    String given = credential.get();
    if (isConfigured(given)) {
      return Optional.of(new Caller("configured-key", Tenants.DEFAULT, OF_CONFIGURED_KEY));
    }
    Optional<Caller> holder = keys.caller(Tenants.DEFAULT, given);
    if (holder.isPresent() || tokens.isEmpty()) {
      return holder;
    }
    return tokens.get().caller(given);
  }

  private boolean isConfigured(String given) {
    return configured
        .map(key -> MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8)))
        .orElse(false);
  }
}
