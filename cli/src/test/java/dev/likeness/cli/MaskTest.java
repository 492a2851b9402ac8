package dev.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.plan.KeyFile;
import dev.likeness.privacy.plan.MaskedManifest;
import dev.likeness.privacy.plan.Reveal;
import dev.likeness.privacy.treatment.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command within this process. */
class MaskTest {

  private static final int ROWS = 120;

  @TempDir private Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void writeInput() throws IOException {
    input = folder.resolve("in.csv");
    output = folder.resolve("out.csv");
    StringBuilder text = new StringBuilder("name,email,age,amount\n");
    String[] names = {"Anna Smith", "Bob Jones", "Carla Diaz", "Dieter Braun", "Eva Nowak"};
    for (int i = 0; i < ROWS; i++) {
      text.append(names[i % 5]).append(" ").append((char) ('A' + i % 26)).append("son,");
      text.append("person").append(i).append("@mail.com,").append(20 + i % 60).append(',');
      text.append(i).append(".25\n");
    }
    Files.writeString(input, text.toString());
  }

  private record Ran(int exit, String out, String err) {}

  private static Ran likeness(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exit = Main.run(arguments);
      return new Ran(
          exit, told.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Ran mask(String... more) {
    List<String> arguments = new ArrayList<>(List.of("mask", input.toString()));
    arguments.addAll(List.of("-o", output.toString()));
    arguments.addAll(List.of(more));
    return likeness(arguments.toArray(String[]::new));
  }

  @Test
  void writesTheSameRowsWithIdentifiersTreatedAndTellsWhatItDid() throws IOException {
    Path summary = folder.resolve("summary.json");

    Ran ran = mask("--summary", summary.toString());

    assertThat(ran.exit()).as(ran.err()).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(ROWS + 1).first().isEqualTo("name,email,age,amount");
    assertThat(Files.readString(output)).doesNotContain("@mail.com", "Anna", "Smith");
    assertThat(lines.get(8)).endsWith(",7.25");
    assertThat(ran.out()).contains("email", "fpe", "nobody can undo this copy");
    assertThat(ran.out()).doesNotContain("Anna", "@mail.com");
    JsonNode told = new ObjectMapper().readTree(summary.toFile());
    assertThat(told.path("rows").asInt()).isEqualTo(ROWS);
    assertThat(told.path("columns").path(1).path("treated").asInt()).isEqualTo(ROWS);
  }

  @Test
  void whatItMaskedComesBackWithTheKeyFile() throws IOException {
    Path key = folder.resolve("my.key");

    Ran ran = mask("--key-file", key.toString());

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("A new key was made");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String first = Files.readString(output);
    assertThat(mask("--key-file", key.toString()).out()).contains("The key is");
    assertThat(Files.readString(output)).isEqualTo(first);
    KeyFile opened = KeyFile.openOrCreate(key, KeyFile.scope(Optional.empty()));
    MaskedManifest manifest =
        MaskedManifest.read(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("out.csv.manifest.json"))));
    ByteArrayOutputStream clear = new ByteArrayOutputStream();
    Reveal.of(manifest, opened.key(), Vault.NONE)
        .write(
            new ByteArrayInputStream(Files.readAllBytes(output)),
            List.of("email"),
            clear,
            RunContext.quiet());
    assertThat(clear.toString(StandardCharsets.UTF_8)).startsWith("email\nperson0@mail.com\n");
  }

  @Test
  void aKeyFileOpenToOthersIsRefused() throws IOException {
    Path key = folder.resolve("my.key");
    mask("--key-file", key.toString());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Ran ran = mask("--key-file", key.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("open to others, expected mode 0600");
    Ran other = mask("--key-file", key.toString(), "--project", "crm");
    assertThat(other.exit()).isEqualTo(2);
  }

  @Test
  void obeysTheConfigurationFileOfThePage() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(
        config,
        """
        {"version": 1,
         "columns": {
           "name": {"role": "direct", "type": "person_name", "treatment": {"name": "fake"}},
           "email": {"treatment": {"name": "drop"}},
           "age": {"treatment": {"name": "generalize", "options": {"width": 20}}},
           "amount": {"treatment": {"name": "redact", "options": {"text": "x"}}}}}
        """);

    Ran ran = mask("--config", config.toString(), "--treat", "amount=mask{\"keep\":2}");

    assertThat(ran.exit()).as(ran.err()).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(0)).isEqualTo("name,age,amount");
    assertThat(lines.get(1)).matches("[\\p{L}' -]+,20-39,\\*\\.25");
    assertThat(Files.readString(output)).doesNotContain("Anna");
  }

  @Test
  void dryRunShowsTenRowsAndWritesNothing() {
    Ran ran = likeness("mask", input.toString(), "--dry-run", "--treat", "email=mask");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("email: mask", "person3@mail.com", "->");
    assertThat(output).doesNotExist();
  }

  @Test
  void saysLoudlyThatCaesarProtectsNothing() {
    Ran outcome =
        mask("--enable-caesar-legacy", "--treat", "age=caesar-legacy{\"acknowledged\":true}");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out() + outcome.err()).contains("NOT PROTECTED").contains("read age.");
    assertThat(mask().out()).doesNotContain("NOT PROTECTED");
  }

  @Test
  void saysWhatIsWrongAndWritesNothing() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{\"columns\":{\"mail\":{}}}");

    assertThat(mask("--config", config.toString()).err()).contains("column = mail, expected one");
    assertThat(mask("--treat", "email=rot13").err()).contains("treatment = rot13, expected one of");
    assertThat(mask("--treat", "email=mask{\"keep\":-1}").err()).contains("mask.keep = -1");
    assertThat(mask("--treat", "email=caesar-legacy").err()).contains("caesar-legacy is off");
    assertThat(mask("--enable-caesar-legacy", "--treat", "age=caesar-legacy").err())
        .contains("acknowledged = true");
    assertThat(mask("--treat", "email=keep").exit()).isEqualTo(2);
    assertThat(likeness("mask", input.toString()).exit()).isEqualTo(2);
    assertThat(likeness("mask", folder.resolve("no.csv").toString(), "-o", "-").exit())
        .isEqualTo(3);
    assertThat(output).doesNotExist();
  }
}
