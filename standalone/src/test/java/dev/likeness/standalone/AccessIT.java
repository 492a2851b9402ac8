package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
    Map<String, String> key = Map.of("LIKENESS_API_KEY", KEY);
    try (Running likeness = Running.serve(folder, key, "--host", "0.0.0.0")) {
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
    }
  }
}
