package dev.likeness.platform.testing;

import java.util.function.Supplier;

/**
 * Starts a thing once per JVM. The place where it is remembered is a system property, because class
 * loaders of the test framework each have their own static fields.
 */
final class Once {

  private Once() {}

  static String perJvm(String property, Supplier<String> start) {
    synchronized (System.getProperties()) {
      String running = System.getProperty(property);
      if (running == null) {
        running = start.get();
        System.setProperty(property, running);
      }
      return running;
    }
  }
}
