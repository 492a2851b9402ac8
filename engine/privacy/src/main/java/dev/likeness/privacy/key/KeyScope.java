package dev.likeness.privacy.key;

import java.nio.charset.StandardCharsets;

/**
 * Whose data a key encrypts. Two scopes never share a key.
 *
 * @param kind a dataset's own key, or one of a project whose values must match across datasets
 * @param tenant who owns it
 * @param id of the dataset or project
 */
public record KeyScope(Kind kind, String tenant, String id) {

  /** How far a key reaches. */
  public enum Kind {
    /** One dataset; the default. */
    DATASET,
    /** Every dataset of a project that asks for it; survives the erasure of one of them. */
    PROJECT
  }

  private static final String SEPARATOR = "\u001f";

  /** Refuses what would make two scopes look alike. */
  public KeyScope {
    requireName("tenant", tenant);
    requireName("id", id);
  }

  /** The scope of a dataset's own key. */
  public static KeyScope dataset(String tenant, String id) {
    return new KeyScope(Kind.DATASET, tenant, id);
  }

  /** The scope of a project's key. */
  public static KeyScope project(String tenant, String id) {
    return new KeyScope(Kind.PROJECT, tenant, id);
  }

  /** The scope and a use of the key, as associated data; different for different arguments. */
  public byte[] associatedData(String use) {
    return String.join(SEPARATOR, "likeness", kind.name(), tenant, id, use)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void requireName(String name, String value) {
    if (value.isEmpty() || value.length() > 200 || value.contains(SEPARATOR)) {
      throw new IllegalArgumentException(
          name + " has " + value.length() + " characters, expected 1 to 200 without separators");
    }
  }
}
