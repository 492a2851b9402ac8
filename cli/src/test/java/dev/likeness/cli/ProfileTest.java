package dev.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("first_name,e-mail,age,gender,\"<b>x</b>\u001b[31m\""));
    for (int i = 0; i < 60; i++) {
      lines.add(
          "%s,p%d@mail.test,%d,%s,%d"
              .formatted(i % 2 == 0 ? "Anna" : "Peter", i, 20 + i, i % 2 == 0 ? "f" : "m", i % 3));
    }
    Files.write(folder.resolve("in.csv"), lines);
  }

  private int run(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("profile", folder.resolve("in.csv").toString()));
    arguments.addAll(List.of(options));
    return Main.run(arguments.toArray(String[]::new));
  }

  private String out(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void jsonHasNameKindRoleTypeAndConfidenceOfEachColumn() throws IOException {
    assertThat(run("--json", "-o", folder.resolve("out.json").toString())).isZero();
    JsonNode told = new ObjectMapper().readTree(out("out.json"));
    assertThat(told.path("rows").asInt()).isEqualTo(60);
    assertThat(told.path("sampled").asBoolean()).isFalse();
    assertThat(told.path("columns")).hasSize(5);
    JsonNode name = told.path("columns").get(0);
    assertThat(name.path("name").asText()).isEqualTo("first_name");
    assertThat(name.path("kind").asText()).isEqualTo("identifier");
    assertThat(name.path("role").asText()).isEqualTo("direct");
    assertThat(name.path("type").asText()).isEqualTo("given_name");
    assertThat(name.path("confidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(told.path("columns").get(2).path("role").asText()).isEqualTo("quasi");
    JsonNode nothing = told.path("columns").get(4);
    assertThat(nothing.path("role").asText()).isEqualTo("none");
    assertThat(nothing.path("type").asText()).isEqualTo("none");
    assertThat(told.path("exposure").path("all").path("k").asInt()).isEqualTo(1);
  }

  @Test
  void theTableShowsEachColumnAndNothingThatMovesTheCursor() throws IOException {
    assertThat(run("--evidence", "-o", folder.resolve("out.txt").toString())).isZero();
    assertThat(out("out.txt"))
        .contains("60 rows, 5 columns, 4 of them about people", "given_name", "email", "k = 1")
        .doesNotContain("\u001b", "Anna", "p1@mail");
  }

  @Test
  void thePageIsEscapedAndNeedsNothingElse() throws IOException {
    String page = folder.resolve("page.html").toString();
    assertThat(run("--html", page, "-o", folder.resolve("out.txt").toString())).isZero();
    assertThat(out("page.html"))
        .startsWith("<!doctype html>")
        .contains("&lt;b&gt;x&lt;/b&gt;", "given_name", "default-src 'none'")
        .doesNotContain("<b>x", "http://", "https://", "<script", "Anna", "@mail");
  }

  /** Totals of two parts, one of them wrong; a town that follows from its postcode. */
  private Path bills() throws IOException {
    List<String> lines = new ArrayList<>(List.of("net,tax,total,zip,town"));
    for (int i = 0; i < 300; i++) {
      int net = 1000 + i * 7;
      int tax = 3 + i % 90;
      int total = i == 17 ? 1 : net + tax;
      lines.add("%d,%d,%d,%d,%s".formatted(net, tax, total, 10_000 + i % 9, "Town" + i % 9));
    }
    return Files.write(folder.resolve("bills.csv"), lines);
  }

  @Test
  void theTextHasRelationsBelowTheColumnsAndFitsEightyCells() throws IOException {
    Path out = folder.resolve("bills.txt");
    assertThat(Main.run("profile", bills().toString(), "-o", out.toString())).isZero();
    String text = Files.readString(out);
    assertThat(text.lines()).allMatch(line -> TerminalText.width(line) <= 80);
    assertThat(text).contains("What holds between columns", "299 of 300 rows, 1 against it");
    assertThat(text.indexOf("column  ")).isLessThan(text.indexOf("What holds between"));
  }

  @Test
  void jsonAndPageHaveRelationsWithWhatSpeaksForAndAgainstThem() throws IOException {
    Path json = folder.resolve("bills.json");
    Path page = folder.resolve("bills.html");
    assertThat(
            Main.run(
                "profile",
                bills().toString(),
                "--json",
                "-o",
                json.toString(),
                "--html",
                page.toString()))
        .isZero();
    JsonNode relations = new ObjectMapper().readTree(Files.readString(json)).path("relations");
    JsonNode sum = null;
    for (JsonNode each : relations) {
      sum = each.path("kind").asText().equals("sum_of_columns") ? each : sum;
    }
    assertThat(sum).isNotNull();
    assertThat(sum.path("names")).hasSize(3);
    assertThat(sum.at("/support/rows").asInt()).isEqualTo(300);
    assertThat(sum.at("/support/exceptions").asInt()).isEqualTo(1);
    assertThat(sum.path("sentence").asText()).contains("total");
    assertThat(Files.readString(page))
        .contains("What holds between columns", sum.path("sentence").asText());
  }

  @Test
  void whatPeopleSaidWinsOverWhatIsFound() throws IOException {
    Path config = folder.resolve("said.json");
    Files.writeString(
        config,
        """
        {"version": 1, "reading": {"missing_tokens": ["m"]},
         "columns": {"age": {"role": "none"}, "gender": {"role": "sensitive", "type": "health",
           "treatment": {"name": "redact", "options": {}}}}}
        """);
    Path saved = folder.resolve("saved.json");
    assertThat(
            run(
                "--json",
                "--config",
                config.toString(),
                "--save-config",
                saved.toString(),
                "-o",
                folder.resolve("out.json").toString()))
        .isZero();
    JsonNode columns = new ObjectMapper().readTree(out("out.json")).path("columns");
    assertThat(columns.get(2).path("role").asText()).isEqualTo("none");
    assertThat(columns.get(3).path("role").asText()).isEqualTo("sensitive");
    assertThat(columns.get(3).path("type").asText()).isEqualTo("health");
    assertThat(columns.get(3).path("missing").asInt()).isEqualTo(30);

    JsonNode written = new ObjectMapper().readTree(out("saved.json"));
    assertThat(written.at("/reading/missing_tokens/0").asText()).isEqualTo("m");
    assertThat(written.at("/columns/age/role").asText()).isEqualTo("none");
    assertThat(written.at("/columns/gender/treatment/name").asText()).isEqualTo("redact");
    assertThat(written.at("/columns/e-mail/type").asText()).isEqualTo("email");
    assertThat(written.at("/columns/e-mail/treatment").isMissingNode()).isTrue();
    assertThat(written.path("columns").size()).isEqualTo(4);
    assertThat(
            Main.run(
                "mask",
                folder.resolve("in.csv").toString(),
                "--dry-run",
                "--config",
                saved.toString()))
        .isZero();
  }

  @Test
  void aConfigurationThatDoesNotFitIsAWrongCommandLine() throws IOException {
    Path config = Files.writeString(folder.resolve("said.json"), "{\"columns\": {\"x\": {}}}");
    assertThat(run("--config", config.toString())).isEqualTo(ExitCode.USAGE.status());
    Files.writeString(config, "nonsense");
    assertThat(run("--config", config.toString())).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void saysWithOneOfTheDocumentedCodesWhatIsWrong() {
    assertThat(Main.run("profile", folder.resolve("nowhere.csv").toString()))
        .isEqualTo(ExitCode.UNREADABLE.status());
    assertThat(run("--threads", "0")).isEqualTo(ExitCode.USAGE.status());
    assertThat(run("--nonsense")).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void completionKnowsEveryCommand() {
    java.io.StringWriter written = new java.io.StringWriter();
    picocli.CommandLine line = Main.commandLine();
    line.setOut(new java.io.PrintWriter(written));
    assertThat(line.execute("completion")).isZero();
    assertThat(written.toString())
        .contains(
            "complete -F _complete_likeness", "profile mask synthesize", "--html", "--save-config");
  }
}
