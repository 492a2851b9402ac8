package dev.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in processes of its own, as a shell runs it. */
class SynthesizeTest {

  private static final int ROWS = 400;

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = folder.resolve("in.csv");
    Files.writeString(input, table(ROWS));
  }

  private static String table(int rows) {
    StringBuilder text = new StringBuilder("id;age;city;joined;income\n");
    String[] cities = {"Graz", "Linz", "Wien"};
    for (int i = 0; i < rows; i++) {
      int age = 20 + i * 7 % 50;
      text.append("c-").append(1000 + i).append(';').append(age).append(';');
      text.append(i % 11 == 0 ? "" : cities[i % 3]).append(';');
      text.append("2024-0").append(1 + i % 9).append("-1").append(i % 10).append(';');
      text.append(900 + age * 31).append(".50\n");
    }
    return text.toString();
  }

  @Test
  void writesAsManyRowsAsItReadUnderTheSameHeader() throws Exception {
    Path out = folder.resolve("out.csv");

    Ran ran = likeness(input.toString(), "-o", out.toString());

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(Files.readAllLines(out))
        .hasSize(ROWS + 1)
        .first()
        .isEqualTo("id;age;city;joined;income");
  }

  @Test
  void sameSeedGivesTheSameBytesForAnyNumberOfThreads() throws Exception {
    Ran one = likeness(input.toString(), "-o", "-", "--seed", "7", "--threads", "1");
    Ran two = likeness(input.toString(), "-o", "-", "--seed", "7", "--threads", "2");
    Ran other = likeness(input.toString(), "-o", "-", "--seed", "8", "--threads", "2");

    assertThat(two.out()).isEqualTo(one.out());
    assertThat(other.out()).isNotEqualTo(one.out());
  }

  @Test
  void readsStandardInputAndIsQuietInAPipe() throws Exception {
    Ran ran = likeness(input, "-", "-o", "-", "--rows", "3", "--columns", "age,city");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(4).first().isEqualTo("age;city");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void writesToANamedPipeWithoutReplacingIt() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is not here: skipped");
    new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();

    Ran ran = likeness(input.toString(), "-o", pipe.toString(), "--rows", "3");

    String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(read.lines()).hasSize(4);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void keepsWhatHoldsInEveryRowUnlessToldOtherwise() throws Exception {
    StringBuilder shops = new StringBuilder("city,net,tax,gross\n");
    for (int i = 0; i < ROWS; i++) {
      int net = 100 + i * 37 % 211;
      int tax = 5 + i * 53 % 89;
      shops.append("city").append(i * 7 % 6).append(',').append(net).append(',').append(tax);
      shops.append(',').append(net + tax).append('\n');
    }
    Files.writeString(input, shops);
    Path summary = folder.resolve("kept.json");
    String in = input.toString();

    Ran kept = likeness(in, "-o", "-", "--model", "independent", "--summary", summary.toString());
    Ran off = likeness(in, "-o", "-", "--model", "independent", "--relations", "off");
    Ran wrong = likeness(in, "-o", "-", "--relations", "some");

    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("relations_kept"))
        .extracting(JsonNode::asText)
        .containsExactly("gross = net + tax");
    assertThat(kept.out().lines().skip(1)).hasSize(ROWS).allMatch(SynthesizeTest::addsUp);
    assertThat(off.out().lines().skip(1)).anyMatch(row -> !addsUp(row));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--relations = some, expected keep or off");
  }

  private static boolean addsUp(String row) {
    String[] cells = row.split(",");
    return Integer.parseInt(cells[3]) == Integer.parseInt(cells[1]) + Integer.parseInt(cells[2]);
  }

  @Test
  void summaryTellsWhatWasDone() throws Exception {
    Path summary = folder.resolve("summary.json");

    likeness(
        input.toString(),
        "-o",
        folder.resolve("out.csv").toString(),
        "--rows",
        "50",
        "--model",
        "independent",
        "--summary",
        summary.toString());

    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("model").asText()).isEqualTo("independent");
    assertThat(told.path("seed").asLong()).isEqualTo(42);
    assertThat(told.path("rows").asLong()).isEqualTo(50);
    assertThat(told.path("rows_read").asLong()).isEqualTo(ROWS);
    assertThat(told.path("columns_not_modelled"))
        .extracting(JsonNode::asText)
        .containsExactly("id");
    assertThat(told.path("seconds").fieldNames())
        .toIterable()
        .containsExactly("read", "fit", "sample", "write");
    assertThat(told.path("peak_heap_bytes").asLong()).isPositive();
    assertThat(told.path("options").isObject()).isTrue();
    assertThat(told.has("learnt_from")).isFalse();
  }

  @Test
  void saysWhereNotEveryRowOfALargeTableIsLearntAsAWhole() throws Exception {
    StringBuilder two = new StringBuilder("a,b\n");
    for (int i = 0; i < 130_000; i++) {
      two.append(i * 7 % 5).append(',').append(i * 3 % 4).append('\n');
    }
    Files.writeString(input, two);
    Path summary = folder.resolve("summary.json");
    List<String> command =
        command(
            input.toString(),
            "-o",
            "out.csv",
            "--model",
            "boost",
            "--rows",
            "5",
            "--summary",
            summary.toString());
    command.add(1, "-Dlikeness.terminal=true");

    Ran ran = run(new ProcessBuilder(command));

    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    String expected =
        String.format(
            Locale.ROOT,
            "Learnt from all %,d training rows; each tree from at most 100,000 of them.",
            told.path("rows_learnt").asLong());
    assertThat(told.path("learnt_from").asText()).isEqualTo(expected);
    assertThat(ran.err()).contains(expected);
  }

  @Test
  void picksAModelSaysWhyAndMakesTheRowsOfThatModel() throws Exception {
    Files.writeString(input, table(1500));
    Path summary = folder.resolve("summary.json");

    Ran ran = likeness(input.toString(), "-o", "-", "--summary", summary.toString());
    Ran named = likeness(input.toString(), "-o", "-", "--model", "boost");

    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("model").asText()).isEqualTo("boost");
    assertThat(told.at("/auto/reason").asText()).startsWith("boost: 1,500 rows and 4 columns ");
    assertThat(told.at("/auto/estimated_seconds").asDouble()).isPositive();
    assertThat(told.at("/auto/costliest_column").asText()).isIn("age", "city", "joined", "income");
    assertThat(told.at("/auto/story")).hasSize(1);
    assertThat(told.at("/auto/story/0/outcome").asText()).isEqualTo("chosen");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualTo(named.out());
  }

  @Test
  void triesModelsOnASmallTable() throws Exception {
    Path summary = folder.resolve("summary.json");

    Ran ran =
        likeness(
            input.toString(), "-o", "-", "--summary", summary.toString(), "--time-budget", "5m");

    assertThat(ran.exit()).as(ran.err()).isZero();
    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("model").asText()).isIn("boost", "gaussian-copula", "independent");
    assertThat(told.at("/auto/reason").asText()).contains("whichever tells held-out rows better");
    assertThat(told.at("/auto/story")).hasSizeGreaterThan(1);
  }

  @Test
  void makesRowsAsTheyAreWanted() throws Exception {
    Path out = folder.resolve("out.csv");
    Path summary = folder.resolve("summary.json");

    Ran ran =
        likeness(
            input.toString(),
            "-o",
            out.toString(),
            "--condition",
            "age>=40",
            "--condition=joined < 2024-06-01",
            "--group",
            "30: city=Graz",
            "--group=20: city in Linz,Wien",
            "--summary",
            summary.toString());

    assertThat(ran.exit()).as(ran.err()).isZero();
    List<String[]> rows =
        Files.readAllLines(out).stream().skip(1).map(line -> line.split(";", -1)).toList();
    assertThat(rows).hasSize(50);
    assertThat(rows)
        .allMatch(row -> Integer.parseInt(row[1]) >= 40 && row[3].compareTo("2024-06-01") < 0);
    assertThat(rows.subList(0, 30)).allMatch(row -> row[2].equals("Graz"));
    assertThat(rows.subList(30, 50)).allMatch(row -> row[2].matches("Linz|Wien"));
    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("rows").asLong()).isEqualTo(50);
    assertThat(told.at("/conditions/1/where/2/value/0").asText()).isEqualTo("Linz");
  }

  @Test
  void rebalancesAColumn() throws Exception {
    Ran ran =
        likeness(
            input.toString(), "-o", "-", "--rows=100", "--rebalance=city: Graz=0.5, (missing)=0.5");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out().lines().filter(line -> line.contains(";Graz;"))).hasSize(50);
    assertThat(ran.out().lines().filter(line -> line.contains(";;"))).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | did you mean age?        | in.csv -o out.csv --condition agee=3",
        "2 | did you mean Graz?       | in.csv -o out.csv --condition city=Gras",
        "2 | has values from 2        | in.csv -o out.csv --condition age>200",
        "2 | --group number 1         | in.csv -o out.csv --group city=Graz",
        "2 | expected 7 as all        | in.csv -o out.csv --rows 8 --group 7:city=Graz",
        "2 | add up to                | in.csv -o out.csv --rebalance city:Graz=0.7,Wien=0.7",
        "2 | expected one of          | in.csv -o out.csv --model nobody",
        "2 | expected one of          | in.csv -o out.csv --columns age,nothing",
        "2 | expected seconds         | in.csv -o out.csv --time-budget soon",
        "2 | time_budget_seconds      | in.csv -o out.csv --model boost --time-budget 9s",
        "2 | option                   | in.csv -o out.csv --option nothing=1",
        "2 | expected at least 1      | in.csv -o out.csv --rows 0",
        "2 | --output                 | in.csv",
        "3 | does not exist           | missing.csv -o out.csv",
        "3 | Choose a file            | empty.csv -o out.csv",
        "1 | there is no folder       | in.csv -o nowhere/out.csv",
      })
  void tellsInOneLineWhatIsWrong(int exit, String told, String arguments) throws Exception {
    Files.createFile(folder.resolve("empty.csv"));

    Ran ran = likeness(arguments.split(" "));

    assertThat(ran.exit()).isEqualTo(exit);
    assertThat(ran.err()).contains(told).startsWith("likeness: ").doesNotContain("\tat ");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void keepsTheOldFileAndLeavesNothingBehindWhenInterrupted() throws Exception {
    Path large = folder.resolve("large.csv");
    Files.writeString(large, table(60_000));
    Path out = folder.resolve("out.csv");
    Files.writeString(out, "old");
    Process process =
        new ProcessBuilder(command("large.csv", "-o", "out.csv", "--rows", "2000000000"))
            .directory(folder.toFile())
            .start();
    awaitPart();

    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(out).hasContent("old");
    assertThat(files()).containsExactlyInAnyOrder("in.csv", "large.csv", "out.csv", "tmp");
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  /** The job has begun when its unfinished output lies beside the old one. */
  private void awaitPart() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (files().stream().noneMatch(name -> name.endsWith(".part"))) {
      assertThat(System.nanoTime()).as("the job never began").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private record Ran(int exit, String out, String err) {}

  private Ran likeness(String... arguments) throws Exception {
    return run(new ProcessBuilder(command(arguments)));
  }

  private Ran likeness(Path stdin, String... arguments) throws Exception {
    return run(new ProcessBuilder(command(arguments)).redirectInput(stdin.toFile()));
  }

  private Ran run(ProcessBuilder builder) throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String told =
        Files.readString(err)
            .lines()
            .filter(line -> !line.contains("Using incubator modules"))
            .reduce("", (all, line) -> all + line + "\n");
    return new Ran(process.exitValue(), Files.readString(out), told);
  }

  private List<String> command(String... arguments) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "synthesize"));
    command.addAll(List.of(arguments));
    return command;
  }
}
