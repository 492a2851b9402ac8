package dev.likeness.cli;

import dev.likeness.numerics.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A bar on standard error where that is a terminal; nothing in a pipe.
 *
 * <p><b>Thread-safe:</b> yes.
 */
final class Meter implements Progress, AutoCloseable {

  private static final int BAR = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean drawn;
  private long last;
  private String stage = "";

  Meter(PrintStream out, boolean drawn) {
    this.out = out;
    this.drawn = drawn;
  }

  /** The start script knows whether standard error is a terminal. */
  static Meter onTerminal() {
    return new Meter(System.err, Boolean.getBoolean("likeness.terminal"));
  }

  @Override
  public synchronized void at(String newStage, double done) {
    long now = System.nanoTime();
    if (!drawn || newStage.equals(stage) && now - last < REDRAW_NANOS) {
      return;
    }
    last = now;
    stage = newStage;
    int filled = (int) Math.round(Math.clamp(done, 0, 1) * BAR);
    String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
    out.print(String.format(Locale.ROOT, "\r%-8s [%s] %3.0f%% ", stage, bar, done * 100));
    out.flush();
  }

  /** Says something above the bar; nothing in a pipe. */
  synchronized void say(String line) {
    if (drawn) {
      clear();
      out.println(line);
    }
  }

  /** Says something that people must hear, in a pipe as well. */
  synchronized void warn(String line) {
    if (drawn) {
      clear();
    }
    out.println("likeness: " + line);
  }

  /** Clears the line. */
  @Override
  public synchronized void close() {
    if (drawn) {
      clear();
    }
  }

  private void clear() {
    out.print("\r" + " ".repeat(BAR + 20) + "\r");
    out.flush();
  }
}
