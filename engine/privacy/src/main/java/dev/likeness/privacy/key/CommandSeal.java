package dev.likeness.privacy.key;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A seal that a program of the operator sets and opens, so that any key server with a command line
 * can hold the last key: Vault, a cloud's KMS, a smart card.
 *
 * <p>The program is run as {@code PROGRAM seal} with the secret in base 64 on standard input and
 * writes what shall lie in the file; {@code PROGRAM open} is given that and writes the base 64.
 * What it says on standard error goes to the process's own; another exit code than 0 is a refusal.
 * It is asked at the start, after a rotation, and when another process has rotated.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class CommandSeal implements KeySeal {

  /** A key server that takes longer is taken to be away. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path program;
  private final Duration patience;

  private CommandSeal(Path program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /** For a program. */
  public static CommandSeal of(Path program) {
    return new CommandSeal(program, PATIENCE);
  }

  /** The same with another patience. */
  public CommandSeal within(Duration time) {
    return new CommandSeal(program, time);
  }

  @Override
  public String seal(String text) {
    byte[] secret = text.getBytes(StandardCharsets.UTF_8);
    return run("seal", Base64.getEncoder().encodeToString(secret));
  }

  @Override
  public String open(String sealed) {
    String answer = run("open", sealed).strip();
    try {
      return new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw KeyUnavailableException.command("open", "answered with something else than base 64");
    }
  }

  private String run(String what, String input) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), what)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        give(process, input);
        return answer(process, what);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw KeyUnavailableException.command(what, "cannot be run");
    }
  }

  private static void give(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException notRead) {
      // Its exit code says whether that matters.
    }
  }

  private String answer(Process process, String what) throws IOException {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw KeyUnavailableException.command(
            what, "did not end within " + patience.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KeyUnavailableException.command(what, "was interrupted");
    }
    if (process.exitValue() != 0) {
      throw KeyUnavailableException.command(what, "ended with code " + process.exitValue());
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
