package dev.likeness.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller is trusted with. */
public enum Role {
  /** Sees datasets, profiles, jobs, scores and results; not the rows that came in. */
  VIEWER,
  /** Also uploads, amends, generates, previews and erases. */
  OPERATOR,
  /** Also undoes masking at the reveal desk, and reads the audit log; uploads nothing. */
  PRIVACY_OFFICER,
  /** Issues API keys, rotates keys, reads the audit log; reveals nothing. */
  ADMIN;

  /** All of them: the only user of a server on loopback. */
  public static final Set<Role> ALL = Set.of(values());

  /** As it is written outside: {@code privacy-officer}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role with a label. */
  public static Optional<Role> labelled(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }
}
