package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may reach a Likeness that listens on more than the loopback interface. */
class AccessIT {

  private static final String KEY = "a-key-for-this-test";

  @TempDir private Path folder;

  @Test
  void refusesAnotherAddressWithoutAKey() throws Exception {
    Process refused =
        Running.start(
            Map.of(), "serve", "--host", "0.0.0.0", "--port", "0", "--data", folder.toString());

    String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(refused.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(ExitCode.FAILED);
    assertThat(said).contains("LIKENESS_API_KEY");
  }

  @Test
  void wantsTheKeyForAllButThePageWhereThereIsOne() throws Exception {
    try (TokenIssuer issuer = TokenIssuer.start();
        Running likeness =
            Running.serve(
                folder,
                Map.of("LIKENESS_API_KEY", KEY, "LIKENESS_OIDC_ISSUER", issuer.url()),
                "--host",
                "0.0.0.0")) {
      Api stranger = new Api(likeness.api().url(), "");
      Api liar = new Api(likeness.api().url(), KEY + "!");

      HttpResponse<byte[]> without = stranger.get("/v1/datasets");

      assertThat(Api.body(without, 401).path("code").asText()).isEqualTo("unauthorized");
      assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(liar.get("/v1/datasets").statusCode()).isEqualTo(401);
      assertThat(stranger.get("/swagger").statusCode()).isEqualTo(401);
      assertThat(stranger.get("/").statusCode()).isNotEqualTo(401);
      assertThat(likeness.api().get("/v1/datasets").statusCode()).isEqualTo(200);
      assertThat(stranger.get("/q/health/live").statusCode()).isEqualTo(200);
      takesTokensOf(issuer, likeness.api().url());
      keepsPartsOfFormsToItself(likeness.api());
    }
  }

  private static void takesTokensOf(TokenIssuer issuer, String url) throws Exception {
    Api officer = new Api(url, issuer.token("ann", "privacy-officer", "likeness", 600));
    JsonNode me = officer.json("/v1/me");

    assertThat(me.path("name").asText()).isEqualTo("user:ann");
    assertThat(me.path("roles")).extracting(JsonNode::asText).containsExactly("privacy-officer");
    assertThat(officer.get("/v1/audit").statusCode()).isEqualTo(200);
    assertThat(officer.get("/v1/api-keys").statusCode()).isEqualTo(403);
    for (String token :
        List.of(
            issuer.token("ann", "admin", "somebody-else", 600),
            issuer.token("ann", "admin", "likeness", -600),
            issuer.token("ann", "admin", "likeness", 600) + "x")) {
      assertThat(new Api(url, token).get("/v1/me").statusCode()).isEqualTo(401);
    }
    Api nobody = new Api(url, issuer.token("bob", "emperor", "likeness", 600));
    assertThat(nobody.get("/v1/datasets").statusCode()).isEqualTo(403);
  }

  private void keepsPartsOfFormsToItself(Api api) throws Exception {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nname,age\nAnn,31\n\r\n--x--\r\n";
    HttpResponse<byte[]> uploaded =
        api.send(
            api.to("/upload")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form)));

    assertThat(Api.body(uploaded, 201).path("name").asText()).isEqualTo("a.csv");
    assertThat(folder.resolve("uploads")).doesNotExist();
    try (Stream<Path> below = Files.list(folder.resolve("scratch"))) {
      assertThat(below.filter(Files::isDirectory))
          .hasSize(1)
          .allSatisfy(
              own ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                      .isEqualTo("rwx------"));
    }
  }
}
