package dev.likeness.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.platform.access.Authentication;
import dev.likeness.platform.access.Caller;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may ask, for everything that the process serves; what they may do is the matter of {@link
 * dev.likeness.platform.access.AccessRules}.
 *
 * <ul>
 *   <li><b>With a configured key or an identity provider</b> every request but those for health
 *       must carry a credential: {@code Authorization: Bearer}, {@code X-API-Key}, or HTTP Basic
 *       with a key as password, so that a browser can ask for it.
 *   <li><b>Without both</b> the process has one user, listens on loopback only and refuses to start
 *       otherwise. Requests that name another host come from a page that rebinds names, and are
 *       refused.
 *   <li>The files of the page need none: they are the same for everybody and hold no data, and the
 *       page is where people give their key. Its requests are told by {@code X-Requested-With} and
 *       never answered by a challenge for which a browser would open a window of its own.
 *   <li>In all cases a request from a page of another site is refused, since a browser would add
 *       what it remembers.
 * </ul>
 */
@Singleton
public class ApiAccess {

  private static final String HEALTH = "/q/health";
  private static final int BEFORE_EVERYTHING = 10_000;
  private static final Set<String> PAGE =
      Set.of("/", "/index.html", "/theme.js", "/favicon.svg", "/licences.txt");
  private static final String ASSETS = "/assets/";
  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

  private final Authentication authentication;
  private final String host;
  private final long maxBody;
  private final ObjectMapper json;

  @Inject
  ApiAccess(
      Authentication authentication,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size")
          io.quarkus.runtime.configuration.MemorySize maxBody,
      ObjectMapper json) {
    this.authentication = authentication;
    this.host = host;
    this.maxBody = maxBody.asLongValue();
    this.json = json;
  }

  void refuseOpenDoor(@Observes StartupEvent start) {
    if (authentication.isSingleUser() && !LOOPBACK.contains(host)) {
      throw new IllegalStateException(
          "quarkus.http.host = "
              + host
              + ", expected a loopback address, since no API key and no identity provider is set;"
              + " set LIKENESS_API_KEY to listen on other addresses");
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_EVERYTHING);
  }

  private void filter(RoutingContext call) {
    String path = call.normalizedPath();
    if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
      call.next();
    } else if (isForeign(call.request())) {
      refuse(call, foreign());
    } else if (isPage(call.request(), path)) {
      call.next();
    } else {
      identify(call);
    }
  }

  private static boolean isPage(HttpServerRequest request, String path) {
    boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return reads && (PAGE.contains(path) || path.startsWith(ASSETS));
  }

  /** On a worker, as keys lie in files; the body waits so long. */
  private void identify(RoutingContext call) {
    Optional<String> credential = credential(call.request());
    if (credential.isEmpty() && authentication.isSingleUser()) {
      admit(call, Caller.local());
      return;
    }
    call.request().pause();
    call.vertx()
        .executeBlocking(() -> authentication.caller(credential), false)
        .onComplete(
            caller -> {
              call.request().resume();
              caller.ifPresentOrElse(
                  known -> admit(call, known), () -> refuse(call, unauthorized()));
            },
            failure -> {
              call.request().resume();
              refuse(call, unavailable());
            });
  }

  private void admit(RoutingContext call, Caller caller) {
    Callers.remember(call, caller);
    if (announcedTooLarge(call.request())) {
      refuse(call, tooLarge());
    } else {
      call.next();
    }
  }

  private boolean isForeign(HttpServerRequest request) {
    if (authentication.isSingleUser() && !isLoopback(named(request))) {
      return true;
    }
    return Optional.ofNullable(request.getHeader("Origin"))
        .map(origin -> !sameSite(origin, request))
        .orElse(false);
  }

  /** The host that the request names: a header in HTTP/1.1, the pseudo-header of HTTP/2. */
  private static Optional<String> named(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Host"))
        .or(() -> Optional.ofNullable(request.authority()).map(Object::toString));
  }

  private boolean sameSite(String origin, HttpServerRequest request) {
    String authority = origin.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT);
    String own = named(request).orElse("");
    return authority.equals(own.toLowerCase(Locale.ROOT))
        || (authentication.isSingleUser() && isLoopback(Optional.of(authority)));
  }

  private static boolean isLoopback(Optional<String> authority) {
    return authority
        .map(a -> a.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""))
        .map(LOOPBACK::contains)
        .orElse(false);
  }

  private static Optional<String> credential(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("X-API-Key"))
        .or(() -> fromAuthorization(Optional.ofNullable(request.getHeader("Authorization"))));
  }

  private static Optional<String> fromAuthorization(Optional<String> header) {
    return header.flatMap(
        value -> {
          String[] parts = value.trim().split(" +", 2);
          if (parts.length < 2) {
            return Optional.empty();
          }
          return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(parts[1]);
            case "basic" -> password(parts[1]);
            default -> Optional.empty();
          };
        });
  }

  private static Optional<String> password(String credentials) {
    try {
      String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private boolean announcedTooLarge(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Content-Length"))
        .filter(length -> length.matches("\\d{1,18}"))
        .map(length -> Long.parseLong(length) > maxBody)
        .orElse(false);
  }

  private void refuse(RoutingContext call, Problem problem) {
    if (problem.status() == 401) {
      call.response().putHeader("WWW-Authenticate", challenge(call.request()));
    }
    if (problem.status() == 413) {
      call.response().putHeader("Connection", "close");
    }
    call.response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(text(problem));
  }

  private String challenge(HttpServerRequest request) {
    boolean byPage = request.getHeader("X-Requested-With") != null;
    return authentication.takesPasswords() && !byPage
        ? "Basic realm=\"Likeness\", charset=\"UTF-8\""
        : "Bearer realm=\"Likeness\"";
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(ProblemBody.of(problem));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Problem unauthorized() {
    return Problem.of(
        401,
        "unauthorized",
        "Unauthorized",
        "The request carries no API key or token that this server knows, or one that has expired.",
        "Send it as Authorization: Bearer KEY, as X-API-Key: KEY, or as the password of HTTP"
            + " Basic.");
  }

  private static Problem unavailable() {
    return Problem.of(
        503,
        "identity-provider-unavailable",
        "Identity provider unavailable",
        "The identity provider did not answer, so that the token could not be checked.",
        "Try again in a moment; if it lasts, tell the operator.");
  }

  private static Problem foreign() {
    return Problem.of(
        403,
        "foreign-origin",
        "Foreign origin",
        "The request names another host, or comes from a page of another site.",
        "Open the page of this server itself, by localhost or the name it is known under.");
  }

  private static Problem tooLarge() {
    return Problem.of(
        413,
        "file-too-large",
        "File too large",
        "The request is larger than this server takes.",
        "Send a smaller file, or ask the operator to raise the limit.");
  }
}
