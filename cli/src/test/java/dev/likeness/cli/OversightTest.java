package dev.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeness.privacy.audit.AuditCheckpoint;
import dev.likeness.privacy.audit.AuditEntry;
import dev.likeness.privacy.key.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that check a log or go through a server. */
class OversightTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private SigningKey key;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    key = SigningKey.openOrCreate(folder.resolve("audit.pem"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void findsAnUntouchedLogIntactAndATouchedOneNot() throws IOException {
    List<String> lines = log(5);
    Path file = Files.write(folder.resolve("log.jsonl"), lines);
    Path pem = Files.writeString(folder.resolve("audit.pub.pem"), key.publicPem());

    assertThat(verify(file, pem)).isZero();

    List<String> cut = new ArrayList<>(lines);
    cut.remove(4);
    Files.write(file, cut);
    assertThat(verify(file, pem)).isEqualTo(3);
    Files.write(file, lines.stream().map(line -> line.replace("key:ann", "key:bob")).toList());
    assertThat(verify(file, pem)).isEqualTo(3);
    Files.writeString(file, "no log\n");
    assertThat(verify(file, pem)).isEqualTo(3);
    assertThat(Main.run("audit", "verify")).isEqualTo(2);
  }

  @Test
  void readsTheLogOfAServer() throws IOException {
    List<String> lines = log(3);
    answer("/v1/audit/checkpoints", 200, checkpoints(lines));
    answer(
        "/v1/audit",
        200,
        "{\"items\":[" + String.join(",", lines.subList(0, 3)) + "],\"next_cursor\":null}");

    Path export = folder.resolve("export.jsonl");

    assertThat(Main.run("audit", "verify", "--server", url(), "--export", export.toString()))
        .isZero();
    assertThat(Files.readAllLines(export)).isEqualTo(lines);
  }

  @Test
  void writesWhatTheServerReveals() throws IOException {
    answer(
        "/v1/reveals", 201, "{\"state\":\"READY\",\"content\":\"/v1/reveals/1/content?token=t\"}");
    answer("/v1/reveals/1/content", 200, "email\nann@example.org\n");
    Path out = folder.resolve("clear.csv");

    int exit =
        Main.run(
            "reveal",
            "--server",
            url(),
            "--job",
            "j1",
            "--columns",
            "email",
            "--purpose",
            "a good reason",
            "-o",
            out.toString());

    assertThat(exit).isZero();
    assertThat(out).hasContent("email\nann@example.org\n");
    assertThat(asked)
        .containsExactly(
            "POST /v1/reveals {\"artifact\":{\"job_id\":\"j1\"},\"columns\":[\"email\"],"
                + "\"purpose\":\"a good reason\"}",
            "GET /v1/reveals/1/content?token=t ");
  }

  @Test
  void saysWhatTheServerRefusesAndWritesNothing() throws IOException {
    answer(
        "/v1/reveals",
        403,
        "{\"code\":\"forbidden\",\"detail\":\"This needs the role privacy-officer.\",\"action\":\"Ask.\"}");
    Path out = folder.resolve("clear.csv");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int exit =
          Main.run(
              "reveal",
              "--server",
              url(),
              "--job",
              "j1",
              "--columns",
              "email",
              "--purpose",
              "why",
              "-o",
              out.toString());
      assertThat(exit).isEqualTo(1);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("This needs the role privacy-officer. (forbidden) Ask.");
    assertThat(out).doesNotExist();
  }

  private static int verify(Path file, Path pem) {
    return Main.run("audit", "verify", file.toString(), "--public-key", pem.toString());
  }

  private List<String> log(int count) {
    List<String> lines = new ArrayList<>();
    String previous = AuditEntry.NOTHING;
    for (int i = 1; i <= count; i++) {
      AuditEntry entry =
          AuditEntry.next(
              "default", i, previous, NOON, "key:ann", "dataset-uploaded", Map.of("bytes", "7"));
      lines.add(entry.line());
      previous = entry.hash();
    }
    lines.add(AuditCheckpoint.sign("default", count, previous, NOON, key).line());
    return lines;
  }

  private String checkpoints(List<String> lines) {
    String pem = key.publicPem().replace("\n", "\\n");
    return "{\"items\":[" + lines.getLast() + "],\"public_key\":\"" + pem + "\"}";
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(String path, int status, String body) {
    server.createContext(path, exchange -> answer(exchange, status, body));
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    String given = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + given);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
