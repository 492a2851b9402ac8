package dev.likeness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.privacy.audit.AuditCheckpoint;
import dev.likeness.privacy.audit.AuditEntry;
import dev.likeness.privacy.audit.AuditLines;
import dev.likeness.privacy.audit.AuditVerifier;
import dev.likeness.privacy.key.SigningKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code likeness audit}: what concerns the audit log. */
@Command(
    name = "audit",
    description = "Checks an audit log.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = AuditCommand.Verify.class)
final class AuditCommand {

  private AuditCommand() {}

  /** {@code likeness audit verify}. */
  @Command(
      name = "verify",
      description =
          "Finds out whether entries were changed, deleted, swapped or cut off at the end.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:the log is intact as far as the checkpoints vouch",
        "1:the server refused or does not answer, or a file cannot be read",
        "2:wrong command line",
        "3:the log was tampered with, or cannot be read as one"
      })
  static final class Verify implements Callable<Integer> {

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "A log as lines, as --export writes it.")
    private Optional<Path> file = Optional.empty();

    @Option(
        names = "--server",
        paramLabel = "URL",
        description = "A server instead of a file; an auditor's key is read from LIKENESS_API_KEY.")
    private Optional<String> server = Optional.empty();

    @Option(
        names = "--checkpoints",
        paramLabel = "FILE",
        description =
            "Checkpoints that were copied away from the server; default: those of the log itself.")
    private List<Path> checkpoints = List.of();

    @Option(
        names = "--public-key",
        paramLabel = "FILE.pem",
        description = "Key that signed them; default: what the server says, which proves less.")
    private Optional<Path> publicKey = Optional.empty();

    @Option(
        names = "--export",
        paramLabel = "FILE",
        description = "Where to write entries and checkpoints as lines, to be verified later.")
    private Optional<Path> export = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    /** A log with what vouches for it. */
    private record Log(
        List<AuditEntry> entries, List<AuditCheckpoint> checkpoints, Optional<String> publicKey) {}

    @Override
    public Integer call() throws IOException {
      if (file.isPresent() == server.isPresent()) {
        throw new ParameterException(spec.commandLine(), "expected a FILE or --server");
      }
      try {
        return verify(server.isPresent() ? fromServer() : fromFile());
      } catch (IllegalArgumentException unreadable) {
        throw new CommandFailure(
            ExitCode.UNREADABLE, "not intact: " + unreadable.getMessage() + ".");
      }
    }

    private int verify(Log log) throws IOException {
      List<AuditCheckpoint> vouching =
          checkpoints.isEmpty() ? log.checkpoints() : checkpointsIn(checkpoints);
      AuditVerifier verifier = AuditVerifier.against(vouching, key(log));
      log.entries().forEach(verifier::add);
      AuditVerifier.Report report = verifier.report();
      if (!report.isIntact()) {
        report.findings().stream()
            .limit(20)
            .forEach(f -> System.err.println("entry " + f.sequence() + ": " + f.code()));
        throw new CommandFailure(
            ExitCode.UNREADABLE, "not intact: " + report.findings().size() + " findings.");
      }
      System.out.printf(
          "intact: %d entries, %d checkpoints; checkpoints vouch for entries 1 to %d%n",
          report.entries(), report.checkpoints(), report.lastCheckpoint());
      return ExitCode.OK.status();
    }

    private PublicKey key(Log log) throws IOException {
      if (publicKey.isPresent()) {
        return SigningKey.readPublic(Files.readString(publicKey.get()));
      }
      return SigningKey.readPublic(
          log.publicKey()
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.USAGE, "a file needs --public-key, the key that signed it.")));
    }

    private Log fromFile() throws IOException {
      Log log = new Log(new ArrayList<>(), new ArrayList<>(), Optional.empty());
      lines(
          file.orElseThrow(),
          line -> {
            if (AuditLines.isCheckpoint(line)) {
              log.checkpoints().add(AuditLines.checkpoint(line));
            } else {
              log.entries().add(AuditLines.entry(line));
            }
          });
      return log;
    }

    private static List<AuditCheckpoint> checkpointsIn(List<Path> files) throws IOException {
      List<AuditCheckpoint> all = new ArrayList<>();
      for (Path file : files) {
        lines(file, line -> all.add(AuditLines.checkpoint(line)));
      }
      return all;
    }

    private static void lines(Path file, Consumer<String> each) throws IOException {
      try (BufferedReader in = Files.newBufferedReader(file);
          Stream<String> lines = in.lines()) {
        lines.filter(line -> !line.isBlank()).forEach(each);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private Log fromServer() throws IOException {
      String key = System.getenv().getOrDefault(Server.KEY_VARIABLE, "");
      try (Server at = Server.at(server.orElseThrow(), key)) {
        JsonNode signed = at.get("/v1/audit/checkpoints");
        List<AuditCheckpoint> vouching = new ArrayList<>();
        signed.path("items").forEach(item -> vouching.add(AuditLines.checkpoint(item.toString())));
        List<AuditEntry> entries = new ArrayList<>();
        String cursor = "0";
        while (!cursor.isEmpty()) {
          JsonNode page = at.get("/v1/audit?limit=1000&cursor=" + cursor);
          page.path("items").forEach(item -> entries.add(AuditLines.entry(item.toString())));
          cursor = page.path("next_cursor").isTextual() ? page.path("next_cursor").asText() : "";
        }
        Log log = new Log(entries, vouching, Optional.of(signed.path("public_key").asText()));
        if (export.isPresent()) {
          write(export.get(), log);
        }
        return log;
      }
    }

    private static void write(Path file, Log log) throws IOException {
      List<String> lines = new ArrayList<>();
      log.entries().forEach(entry -> lines.add(entry.line()));
      log.checkpoints().forEach(checkpoint -> lines.add(checkpoint.line()));
      Files.write(file, lines);
    }
  }
}
