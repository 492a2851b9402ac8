package dev.likeness.standalone.demo;

/** The walk cannot go on; the message says why and what to do. */
public final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With a message for people. */
  public DemoFailure(String message) {
    super(message);
  }
}
