package dev.likeness.platform.access;

import dev.likeness.platform.problem.Problem;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds every operation to {@link AccessRules}. It runs once the operation is known, and asks by
 * its template, so that no way of writing a path leads around a rule.
 */
public class AccessFilter {

  private final Callers callers;
  private final Event<AccessDenied> denied;

  @Inject
  AccessFilter(Callers callers, Event<AccessDenied> denied) {
    this.callers = callers;
    this.denied = denied;
  }

  /** Refuses callers without one of the roles that the operation is for. */
  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo operation) {
    Set<Role> permitted = AccessRules.orAdministrators(request.getMethod(), template(operation));
    Caller caller = callers.required();
    if (!caller.hasOneOf(permitted)) {
      denied.fire(
          new AccessDenied(caller, request.getMethod() + " " + template(operation), permitted));
      throw forbidden(permitted).toException();
    }
  }

  private static String template(ResourceInfo operation) {
    String whole =
        Stream.of(
                Optional.ofNullable(operation.getResourceClass().getAnnotation(Path.class)),
                Optional.ofNullable(operation.getResourceMethod().getAnnotation(Path.class)))
            .flatMap(Optional::stream)
            .map(Path::value)
            .collect(Collectors.joining("/", "/", ""));
    String single = whole.replaceAll("/{2,}", "/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  /** Another role is needed. */
  static Problem forbidden(Set<Role> permitted) {
    String roles = permitted.stream().sorted().map(Role::label).collect(Collectors.joining(" or "));
    return Problem.of(
        403,
        "forbidden",
        "Forbidden",
        "This needs the role " + roles + ".",
        "Ask an administrator for an API key or account with that role.");
  }
}
