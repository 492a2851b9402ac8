package dev.likeness.cli;

import dev.likeness.synthesis.Synthesizers;
import java.util.ArrayList;

/** The names of the models that exist, for the help text. */
final class ModelNames extends ArrayList<String> {

  private static final long serialVersionUID = 1L;

  ModelNames() {
    super(Synthesizers.names());
  }
}
