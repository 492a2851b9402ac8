package dev.likeness.cli;

/** Seconds from one lap to the next. */
final class Stopwatch {

  private long last = System.nanoTime();

  /** Seconds since the last lap or the start. */
  double lap() {
    long now = System.nanoTime();
    double seconds = (now - last) / 1e9;
    last = now;
    return seconds;
  }
}
