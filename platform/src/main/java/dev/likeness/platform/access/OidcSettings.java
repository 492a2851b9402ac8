package dev.likeness.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where bearer tokens come from; without an issuer none is accepted. */
@ConfigMapping(prefix = "likeness.oidc")
public interface OidcSettings {

  /** The identity provider, as its tokens name it; {@code /.well-known/…} below it is read. */
  Optional<String> issuer();

  /** For whom a token must be. */
  @WithDefault("likeness")
  String audience();

  /** Claim with the roles: a list or words; dots lead into objects, as in {@code a.roles}. */
  @WithDefault("roles")
  String rolesClaim();

  /** Claim with the name for the audit log. */
  @WithDefault("sub")
  String nameClaim();
}
