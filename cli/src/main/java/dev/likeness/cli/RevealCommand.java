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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
      "0:the columns are written, or the wish waits for a second person",
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

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Wish wish = new Wish();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      defaultValue = "-",
      description = "File to write, replaced as a whole; default: standard output.")
  private String output = "-";

  /** Either a new wish, or one that was approved since. */
  static final class Wish {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Optional<Ask> ask = Optional.empty();

    @Option(
        names = "--content",
        paramLabel = "LINK",
        description = "Link of a wish that another person has approved since.")
    private Optional<String> content = Optional.empty();
  }

  /** A new wish. */
  static final class Ask {
    @Option(
        names = "--job",
        required = true,
        paramLabel = "ID",
        description = "Job that made the masked copy.")
    private String job = "";

    @Option(
        names = "--columns",
        required = true,
        split = ",",
        paramLabel = "a,b",
        description = "Columns to reveal, by name; no more than needed.")
    private List<String> columns = List.of();

    @Option(
        names = "--purpose",
        required = true,
        paramLabel = "TEXT",
        description = "For whom and why; goes into the audit log.")
    private String purpose = "";
  }

  @Override
  public Integer call() throws IOException {
    String key = System.getenv().getOrDefault(Server.KEY_VARIABLE, "");
    try (Server at = Server.at(server, key)) {
      String link = wish.content.isPresent() ? wish.content.get() : ask(at, wish.ask.orElseThrow());
      if (!link.isEmpty()) {
        take(at, link);
      }
      return ExitCode.OK.status();
    }
  }

  /** The link; empty when a second person must agree first, which is then said. */
  private static String ask(Server server, Ask ask) throws IOException {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.putObject("artifact").put("job_id", ask.job);
    ask.columns.forEach(body.putArray("columns")::add);
    body.put("purpose", ask.purpose);
    JsonNode wish = server.post("/v1/reveals", body);
    String link = wish.path("content").asText();
    if (wish.path("state").asText().equals("READY")) {
      return link;
    }
    System.err.println(
        "likeness: a second privacy officer must approve reveal "
            + wish.path("reveal_id").asText()
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
