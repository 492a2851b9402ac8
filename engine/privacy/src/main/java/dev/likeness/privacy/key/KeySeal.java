package dev.likeness.privacy.key;

/**
 * What stands between a file of key-encryption keys and whoever has the file: nothing ({@link
 * #NONE}), or something outside of the process that opens it, such as a key server ({@link
 * CommandSeal}). Implementations are safe for use by several threads.
 */
public interface KeySeal {

  /** The file holds the keys as they are; its mode is all that protects it. */
  KeySeal NONE =
      new KeySeal() {
        @Override
        public String seal(String text) {
          return text;
        }

        @Override
        public String open(String sealed) {
          return sealed;
        }
      };

  /**
   * The text as it lies in the file.
   *
   * @throws KeyUnavailableException when it cannot be sealed
   */
  String seal(String text);

  /**
   * What {@link #seal} was given.
   *
   * @throws KeyUnavailableException when it cannot be opened
   */
  String open(String sealed);
}
