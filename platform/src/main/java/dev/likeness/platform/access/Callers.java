package dev.likeness.platform.access;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The caller of the request that is being answered. */
@Singleton
public class Callers {

  private static final String ATTRIBUTE = "likeness.caller";

  private final CurrentVertxRequest request;

  @Inject
  Callers(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Remembers who asks; called once, before anything else happens to the request. */
  public static void remember(RoutingContext call, Caller caller) {
    call.put(ATTRIBUTE, caller);
  }

  /** Who asks; empty where no request is being answered. */
  public Optional<Caller> current() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    return Optional.ofNullable(request.getCurrent()).map(call -> call.get(ATTRIBUTE));
  }

  /** Who asks, by name; {@code service:<name>} where the service does it by itself. */
  public String nameOr(String service) {
    return current().orElseGet(() -> Caller.service(service)).name();
  }

  /** Who asks, where somebody must. */
  public Caller required() {
    return current().orElseThrow(() -> new IllegalStateException("nobody asks"));
  }
}
