package dev.likeness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code likeness reveal}: columns of a masked copy in clear text, through a server. */
@Command(
    name = "reveal",
    description =
        "Undoes masking, through a server, so that roles, purpose and audit log cannot be passed by.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the columns are written, or the request waits for a second person",
      "1:the server refused or does not answer",
      "2:wrong command line",
      "130:interrupted"
    },
    footer = {
      "",
      "The key of a privacy officer is read from the environment variable LIKENESS_API_KEY."
    })
final class RevealCommand implements Callable<Integer> {

  @Option(
      names = "--server",
      required = true,
      paramLabel = "URL",
      description = "Address of the server, such as https://likeness.example.")
  private String server = "";

  @Option(names = "--job", paramLabel = "ID", description = "Job that made the masked copy.")
  private Optional<String> job = Optional.empty();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "a,b",
      description = "Columns to reveal, by name; no more than needed.")
  private List<String> columns = List.of();

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "For whom and why; goes into the audit log.")
  private Optional<String> purpose = Optional.empty();

  @Option(
      names = "--content",
      paramLabel = "LINK",
      description =
          "Link of a request that another person has approved since; instead of job, columns and"
              + " purpose.")
  private Optional<String> content = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      defaultValue = "-",
      description = "File to write, replaced as a whole; default: standard output.")
  private String output = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    boolean request = job.isPresent() && !columns.isEmpty() && purpose.isPresent();
    if (request == content.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "expected --job, --columns and --purpose, or --content alone");
    }
    String key = System.getenv().getOrDefault(Server.KEY_VARIABLE, "");
    try (Server at = Server.at(server, key)) {
      String link = content.isPresent() ? content.get() : ask(at);
      if (!link.isEmpty()) {
        take(at, link);
      }
      return ExitCode.OK.status();
    }
  }

  /** The link; empty when a second person must agree first, which is then said. */
  private String ask(Server at) throws IOException {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.putObject("artifact").put("job_id", job.orElseThrow());
    columns.forEach(body.putArray("columns")::add);
    body.put("purpose", purpose.orElseThrow());
    JsonNode granted = at.post("/v1/reveals", body);
    String link = granted.path("content").asText();
    if (granted.path("state").asText().equals("READY")) {
      return link;
    }
    System.err.println(
        "likeness: a second privacy officer must approve reveal "
            + granted.path("reveal_id").asText()
            + ". Then run: likeness reveal --server URL --content '"
            + link
            + "'");
    return "";
  }

  private void take(Server server, String link) throws IOException {
    try (Output out = Output.named(output)) {
      try (InputStream clear = server.stream(link);
          OutputStream stream = out.stream()) {
        clear.transferTo(stream);
      }
      out.commit();
    }
  }
}
