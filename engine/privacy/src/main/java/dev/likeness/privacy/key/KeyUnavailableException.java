package dev.likeness.privacy.key;

/** A key that cannot be had: a stable code, the cause, and what to do about it. */
public final class KeyUnavailableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  private KeyUnavailableException(String code, String cause, String remedy) {
    super(cause);
    this.code = code;
    this.remedy = remedy;
  }

  /** Stable, kebab-case: {@code "key-missing"}, {@code "key-encryption-key-unknown"}, ... */
  public String code() {
    return code;
  }

  /** What an operator can do. */
  public String remedy() {
    return remedy;
  }

  /** No wrapped key is stored for a scope: it was destroyed, or never made. */
  public static KeyUnavailableException missing(KeyScope scope) {
    return new KeyUnavailableException(
        "key-missing",
        "There is no key of " + named(scope) + ".",
        "If it was erased, nothing brings it back. Otherwise restore keys/ from its own backup.");
  }

  /** A wrapped key was found, but not the key-encryption key that wrapped it. */
  static KeyUnavailableException unknownKek(String wanted, String have) {
    return new KeyUnavailableException(
        "key-encryption-key-unknown",
        "The key was wrapped by key-encryption key " + wanted + ", which " + have + " lacks.",
        "Restore the key-encryption key that was in use when the data was written.");
  }

  /** A wrapped key that is damaged, or belongs to another scope. */
  static KeyUnavailableException damaged(KeyScope scope) {
    return new KeyUnavailableException(
        "key-damaged",
        "The stored key of "
            + named(scope)
            + " is damaged, or was made for other data, or another key-encryption key wrapped it.",
        "Restore keys/ and the key-encryption key from backups of the same time.");
  }

  /** A key-encryption key that does not decrypt what it is said to have encrypted. */
  static KeyUnavailableException refused() {
    return new KeyUnavailableException(
        "key-damaged",
        "A stored key does not fit its key-encryption key or the data that it was made for.",
        "Restore keys/ and the key-encryption key from backups of the same time.");
  }

  /** A file of key-encryption keys that is not there. */
  static KeyUnavailableException fileMissing(String file) {
    return new KeyUnavailableException(
        "key-file-missing",
        "There is no key file " + file + ".",
        "Restore it from its backup; what it encrypted cannot be read without it.");
  }

  /** A file of key-encryption keys that cannot be read. */
  static KeyUnavailableException fileDamaged(String file) {
    return new KeyUnavailableException(
        "key-file-damaged",
        "The key file " + file + " cannot be read as one.",
        "Restore it from its backup; what it encrypted cannot be read without it.");
  }

  /** A file of key-encryption keys that others may read. */
  static KeyUnavailableException fileOpenToOthers(String file, String mode) {
    return new KeyUnavailableException(
        "key-file-open-to-others",
        "The key file " + file + " has mode " + mode + ", so that others may use it.",
        "Run chmod 600 on it, and think about who may have read it.");
  }

  /** A program that should seal or open the file of key-encryption keys, and does not. */
  static KeyUnavailableException command(String what, String how) {
    return new KeyUnavailableException(
        "key-command-failed",
        "The program that should " + what + " the key file " + how + ".",
        "Run it by hand, see what it says on standard error, and check likeness.kek-command.");
  }

  private static String named(KeyScope scope) {
    return (scope.kind() == KeyScope.Kind.DATASET ? "dataset " : "project ") + scope.id();
  }
}
