package dev.likeness.platform;

/** Who owns a row. Until there are accounts, everything belongs to one tenant and one project. */
public final class Tenants {

  /** The tenant of the embedded default. */
  public static final String DEFAULT = "default";

  /** Its only project. */
  public static final String DEFAULT_PROJECT = "default";

  private Tenants() {}
}
