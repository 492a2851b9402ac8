package dev.likeness.platform.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.platform.Tenants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Bearer tokens of an OpenID Connect provider: JWTs under a key that the provider publishes, for
 * this audience, not expired. Keys are remembered and read again when a token names another, but
 * not within 300 ms of the last time, so that forged tokens cannot keep the provider busy.
 *
 * <p><b>Thread-safe:</b> yes. Blocks while keys are read.
 */
final class OidcTokens {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration REST_BETWEEN_READS = Duration.ofMillis(300);
  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final String issuer;
  private final OidcSettings settings;
  private volatile Optional<JwtConsumer> consumer = Optional.empty();

  private OidcTokens(String issuer, OidcSettings settings) {
    this.issuer = issuer;
    this.settings = settings;
  }

  /** The tokens of the configured provider, if there is one. */
  static Optional<OidcTokens> of(OidcSettings settings) {
    return settings
        .issuer()
        .filter(issuer -> !issuer.isBlank())
        .map(issuer -> new OidcTokens(issuer.replaceFirst("/$", ""), settings));
  }

  /**
   * The subject of a token; empty when the token is not to be trusted.
   *
   * @throws IOException when the provider cannot be asked for its keys
   */
  Optional<Caller> caller(String token) throws IOException {
    try {
      JwtClaims claims = consumer().processToClaims(token);
      String name = String.valueOf(claims.getClaimValue(settings.nameClaim()));
      return Optional.of(new Caller("user:" + name, Tenants.DEFAULT, roles(claims)));
    } catch (InvalidJwtException e) {
      if (e.getCause() != null && causedByIo(e)) {
        throw new IOException("the identity provider does not answer", e);
      }
      return Optional.empty();
    }
  }

  private static boolean causedByIo(Throwable failure) {
    return Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause)
        .limit(10)
        .anyMatch(IOException.class::isInstance);
  }

  private Set<Role> roles(JwtClaims claims) {
    Optional<Object> at = Optional.of(claims.getClaimsMap());
    for (String step : settings.rolesClaim().split("\\.")) {
      at = at.filter(Map.class::isInstance).map(object -> ((Map<?, ?>) object).get(step));
    }
    return at.stream()
        .flatMap(OidcTokens::words)
        .flatMap(word -> Role.labelled(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> words(Object claim) {
    return claim instanceof Collection<?> list
        ? list.stream().map(String::valueOf)
        : Arrays.stream(String.valueOf(claim).split("[ ,]+"));
  }

  private JwtConsumer consumer() throws IOException {
    Optional<JwtConsumer> known = consumer;
    if (known.isEmpty()) {
      known = Optional.of(discovered());
      consumer = known;
    }
    return known.get();
  }

  private JwtConsumer discovered() throws IOException {
    JsonNode provider = read(URI.create(issuer + DISCOVERY));
    String told = provider.path("issuer").asText();
    if (!told.replaceFirst("/$", "").equals(issuer)) {
      throw new IOException("the identity provider calls itself otherwise than it is configured");
    }
    HttpsJwks keys = new HttpsJwks(provider.path("jwks_uri").asText());
    keys.setRefreshReprieveThreshold(REST_BETWEEN_READS.toMillis());
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384)
        .setExpectedIssuer(told)
        .setExpectedAudience(settings.audience())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  private static JsonNode read(URI uri) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException("the identity provider answers " + response.statusCode());
      }
      return new ObjectMapper().readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the identity provider", e);
    }
  }
}
