package dev.likeness.privacy.treatment;

import java.util.Optional;

/**
 * Where tokenised values wait, encrypted, to be asked for by their token.
 *
 * <p><b>Thread-safe:</b> implementations must be.
 */
public interface Vault {

  /** Has nothing and keeps nothing: for looks at what a treatment does. */
  Vault NONE =
      new Vault() {
        @Override
        public void keep(String token, String sealed) {}

        @Override
        public Optional<String> find(String token) {
          return Optional.empty();
        }
      };

  /** Keeps a sealed value under its token; the same pair may come again. */
  void keep(String token, String sealed);

  /** The sealed value of a token. */
  Optional<String> find(String token);
}
