package dev.likeness.platform.work;

/** A worker wanted to write for an item that is no longer its own. What it computed is void. */
public final class FenceLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For the item with this number. */
  public FenceLostException(long item) {
    super("work item " + item + " has another holder or has ended");
  }
}
