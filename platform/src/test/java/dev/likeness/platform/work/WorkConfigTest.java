package dev.likeness.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkConfigTest {

  @Test
  void defaultsAreThoseThatThePromisesRestOn() {
    WorkConfig config = read(Map.of());

    assertThat(config.lease()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.pulse()).as("cancel is seen within a second").hasMillis(500);
    assertThat(config.sweep()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.attempts()).isEqualTo(3);
    assertThat(config.takeovers()).isEqualTo(20);
    assertThat(config.backOff()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.grace()).isLessThan(Duration.ofSeconds(30));
    assertThat(config.concurrency()).isEqualTo(1);
    assertThat(config.total()).isEqualTo(3);
    assertThat(config.capabilities()).containsExactly("cpu");
    assertThat(config.owner()).isEmpty();
    assertThat(config.threads()).isEmpty();
  }

  @Test
  void everySettingIsReadFromItsProperty() {
    WorkConfig config =
        read(
            Map.of(
                "likeness.work.owner", "pod-1",
                "likeness.work.concurrency", "4",
                "likeness.work.total", "5",
                "likeness.work.threads", "6",
                "likeness.work.lease", "7s",
                "likeness.work.heartbeat", "8s",
                "likeness.work.pulse", "9s",
                "likeness.work.back-off", "11s",
                "likeness.work.attempts", "12",
                "likeness.work.capabilities", "cpu,gpu"));

    assertThat(config.owner()).contains("pod-1");
    assertThat(config.concurrency()).isEqualTo(4);
    assertThat(config.total()).isEqualTo(5);
    assertThat(config.threads()).contains(6);
    assertThat(config.lease()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.pulse()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.backOff()).isEqualTo(Duration.ofSeconds(11));
    assertThat(config.attempts()).isEqualTo(12);
    assertThat(config.capabilities()).containsExactly("cpu", "gpu");
  }

  private static WorkConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(WorkConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(WorkConfig.class);
  }
}
