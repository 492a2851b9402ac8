package dev.likeness.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcTokensTest {

  private static Issuer issuer;

  @BeforeAll
  static void start() throws Exception {
    issuer = Issuer.start();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void knowsTheSubjectAndTheRolesThatTheHouseHas() throws Exception {
    JwtClaims claims = issuer.claims("ann");
    claims.setClaim("roles", List.of("operator", "privacy-officer", "dancer"));

    Optional<Caller> caller = tokens("roles").caller(issuer.sign(claims));

    assertThat(caller.orElseThrow().name()).isEqualTo("user:ann");
    assertThat(caller.orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.OPERATOR, Role.PRIVACY_OFFICER);
  }

  @Test
  void readsRolesFromANestedClaimAndFromWords() throws Exception {
    JwtClaims nested = issuer.claims("ann");
    nested.setClaim("realm_access", Map.of("roles", List.of("viewer")));
    JwtClaims words = issuer.claims("ann");
    words.setClaim("scope", "openid admin");

    assertThat(roles("realm_access.roles", nested)).containsExactly(Role.VIEWER);
    assertThat(roles("scope", words)).containsExactly(Role.ADMIN);
    assertThat(roles("nothing.there", words)).isEmpty();
  }

  @Test
  void refusesTokensOfOtherIssuersForOthersOrOfAnotherTime() throws Exception {
    JwtClaims foreign = issuer.claims("ann");
    foreign.setIssuer("https://elsewhere.example");
    JwtClaims other = issuer.claims("ann");
    other.setAudience("another-service");
    JwtClaims expired = issuer.claims("ann");
    expired.setExpirationTimeMinutesInTheFuture(-2);
    JwtClaims endless = issuer.claims("ann");
    endless.unsetClaim("exp");

    for (JwtClaims claims : List.of(foreign, other, expired, endless)) {
      assertThat(tokens("roles").caller(issuer.sign(claims))).isEmpty();
    }
  }

  @Test
  void refusesTokensUnderAnotherKeyWithoutSignatureOrChanged() throws Exception {
    String token = issuer.sign(issuer.claims("ann"));
    RsaJsonWebKey stranger = Issuer.key("k1");
    OidcTokens tokens = tokens("roles");

    assertThat(tokens.caller(token)).isPresent();
    assertThat(tokens.caller(Issuer.sign(issuer.claims("ann"), stranger))).isEmpty();
    assertThat(tokens.caller(Issuer.unsigned(issuer.claims("ann")))).isEmpty();
    assertThat(tokens.caller(token.substring(0, token.length() - 4) + "AAAA")).isEmpty();
    assertThat(tokens.caller("nonsense")).isEmpty();
  }

  @Test
  void learnsKeysThatTheIssuerAddsLater() throws Exception {
    try (Issuer another = Issuer.start()) {
      OidcTokens tokens = OidcTokens.of(settings(another.url(), "roles")).orElseThrow();
      assertThat(tokens.caller(another.sign(another.claims("ann")))).isPresent();

      another.rotate();
      String token = another.sign(another.claims("ann"));

      Eventually.isTrue("the new key", () -> trusts(tokens, token));
    }
  }

  @Test
  void saysThatTheIssuerDoesNotAnswer() throws Exception {
    String gone;
    try (Issuer another = Issuer.start()) {
      gone = another.url();
    }
    OidcTokens tokens = OidcTokens.of(settings(gone, "roles")).orElseThrow();

    assertThatThrownBy(() -> tokens.caller("a.b.c")).isInstanceOf(IOException.class);
  }

  private static Set<Role> roles(String claim, JwtClaims claims) throws Exception {
    return tokens(claim).caller(issuer.sign(claims)).orElseThrow().roles();
  }

  private static boolean trusts(OidcTokens tokens, String token) {
    try {
      return tokens.caller(token).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OidcTokens tokens(String rolesClaim) {
    return OidcTokens.of(settings(issuer.url(), rolesClaim)).orElseThrow();
  }

  private static OidcSettings settings(String url, String rolesClaim) {
    return new OidcSettings() {
      @Override
      public Optional<String> issuer() {
        return Optional.of(url);
      }

      @Override
      public String audience() {
        return "likeness";
      }

      @Override
      public String rolesClaim() {
        return rolesClaim;
      }

      @Override
      public String nameClaim() {
        return "sub";
      }
    };
  }
}
