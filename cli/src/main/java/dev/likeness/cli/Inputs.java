package dev.likeness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a command reads. */
final class Inputs {

  private Inputs() {}

  /** By its name on the command line; standard input is copied into the workspace first. */
  static Path file(String name, Workspace workspace) throws IOException {
    if (name.equals("-")) {
      Path copy = workspace.file("input");
      Files.copy(System.in, copy);
      return copy;
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new CommandFailure(
          ExitCode.UNREADABLE, "the file " + name + " does not exist or may not be read.");
    }
    return file;
  }
}
