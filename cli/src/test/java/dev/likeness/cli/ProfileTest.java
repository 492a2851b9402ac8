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
        .contains("complete -F _complete_likeness", "profile mask synthesize", "--html");
  }
}
