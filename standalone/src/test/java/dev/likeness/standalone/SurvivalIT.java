package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.standalone.embedded.KafkaBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a generation. */
class SurvivalIT {

  private static final int ROWS = 1_000_000;

  @TempDir private Path folder;

  @Test
  void aKilledJobEndsExactlyOnceWithTheBytesOfAnUndisturbedOne() throws Exception {
    Path data = folder.resolve("data");
    String undisturbed;
    String killed;
    Running first = Running.serve(data);
    try {
      Api api = first.api();
      byte[] sample = api.get("/v1/samples/customers/content").body();
      String dataset = api.upload("customers.csv", sample);
      String wish = "{\"dataset_id\": \"" + dataset + "\", \"rows\": " + ROWS + "}";
      undisturbed = hash(api.awaitSuccess(api.generate(wish)));
      killed = api.generate(wish);
      JsonNode middle = api.awaitJob(killed, job -> job.path("percent").asDouble() >= 10);
      assertThat(middle.path("percent").asDouble()).as("killed in the middle").isLessThan(90);
    } finally {
      first.kill();
    }

    try (Running second = Running.serve(data)) {
      JsonNode job = second.api().awaitSuccess(killed);
      assertThat(hash(job)).isEqualTo(undisturbed);
      assertThat(second.api().download(killed))
          .hasSize((int) job.path("result").path("bytes").asLong());
    }
    assertThat(completions(data, killed)).isEqualTo(1);
  }

  private static String hash(JsonNode job) {
    String hash = job.path("result").path("sha256").asText();
    assertThat(hash).hasSize(64);
    return hash;
  }

  /** How many completions the generator told the others of, as Kafka remembers. */
  private static long completions(Path data, String job) throws IOException {
    Set<String> events = new HashSet<>();
    try (KafkaBroker kafka = KafkaBroker.start(data.resolve("kafka"))) {
      for (ConsumerRecord<String, String> event :
          Topic.records(kafka.bootstrapServers(), "generation.events")) {
        if (event.value().contains(job) && event.value().contains("GenerationCompleted")) {
          events.add(event.value());
        }
      }
    }
    return events.size();
  }
}
