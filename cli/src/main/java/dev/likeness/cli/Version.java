package dev.likeness.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar says. */
final class Version implements IVersionProvider {

  /** The version; {@code "development"} outside of a jar. */
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"likeness " + text()};
  }
}
