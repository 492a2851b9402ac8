package dev.likeness.platform.access;

import dev.likeness.platform.Tenants;
import java.util.List;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name for the audit log: {@code local}, {@code configured-key}, {@code key:<id>}, {@code
 *     user:<subject>} or {@code service:<name>}
 * @param tenant whose data
 * @param roles what they may do
 */
public record Caller(String name, String tenant, Set<Role> roles) {

  private static final int LONGEST_NAME = 200;

  /** Copies the roles; keeps a name from other systems short and free of control characters. */
  public Caller {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    roles = Set.copyOf(roles);
  }

  /** The only user of a server on loopback, who has every role. */
  public static Caller local() {
    return new Caller("local", Tenants.DEFAULT, Role.ALL);
  }

  /** A service that does something by itself. */
  public static Caller service(String name) {
    return new Caller("service:" + name, Tenants.DEFAULT, Set.of());
  }

  /** Whether one of the roles is among those that may. */
  public boolean hasOneOf(Set<Role> permitted) {
    return permitted.stream().anyMatch(roles::contains);
  }

  /** Labels of the roles, in their order. */
  public List<String> roleLabels() {
    return roles.stream().sorted().map(Role::label).toList();
  }
}
