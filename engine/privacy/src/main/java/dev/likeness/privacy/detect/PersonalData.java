package dev.likeness.privacy.detect;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.nio.file.Path;

/**
 * Profiles a table and says which of its columns hold personal data.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class PersonalData {

  private PersonalData() {}

  /**
   * Profiles a canonical copy.
   *
   * @param canonicalParquet the copy
   * @param reading what {@link dev.likeness.table.io.TableReader} said about it
   */
  public static TableProfile profile(Path canonicalParquet, Reading reading, RunContext run) {
    return TableProfiler.profile(canonicalParquet, reading, run);
  }
}
