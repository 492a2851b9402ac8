package dev.likeness.standalone.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What the demo shows: a line for each step; on a terminal its progress is drawn in place, in a
 * pipe only what is new is said.
 *
 * <p><b>Thread-safe:</b> no.
 */
public final class Screen {

  private static final int BAR = 24;
  private static final int WIDTH = 100;
  private static final double PLAIN_STEP = 25;

  private final PrintStream out;
  private final boolean terminal;
  private double said;
  private String stage = "";

  private Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard output; the start script knows whether that is a terminal. */
  public static Screen standard() {
    return new Screen(System.out, Boolean.getBoolean("likeness.terminal"));
  }

  /** A line as it is. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** How far a step has come. */
  void progress(String step, double percent, String note) {
    if (terminal) {
      int filled = (int) Math.round(Math.clamp(percent, 0, 100) / 100 * BAR);
      String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
      redraw(String.format(Locale.ROOT, "  %-11s [%s] %3.0f%%  %s", step, bar, percent, note));
    } else if (!note.equals(stage) || percent >= said + PLAIN_STEP) {
      stage = note;
      said = percent;
      line(String.format(Locale.ROOT, "  %-11s %3.0f%%  %s", step, percent, note));
    }
  }

  /** A step is done. */
  void done(String step, String text) {
    if (terminal) {
      redraw("");
      out.print('\r');
    }
    said = 0;
    stage = "";
    line(String.format(Locale.ROOT, "  %-11s %s", step, text));
  }

  private void redraw(String text) {
    String shown = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    out.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
    out.flush();
  }
}
