package dev.likeness.generator.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobProgressTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<JobStage> SYNTHETIC =
      List.of(
          JobStage.WAITING,
          JobStage.READING,
          JobStage.FITTING,
          JobStage.SAMPLING,
          JobStage.STORING,
          JobStage.DONE);
  private static final List<JobStage> MASKED =
      List.of(
          JobStage.WAITING, JobStage.READING, JobStage.MASKING, JobStage.STORING, JobStage.DONE);

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 10", "10, 10000000", "5000000000, 1", "0, 1"})
  void risesFromStageToStageWithinZeroAndHundred(long sourceRows, long rows) {
    for (List<JobStage> walk : List.of(SYNTHETIC, MASKED)) {
      List<Double> percents = new ArrayList<>();
      for (JobStage stage : walk) {
        for (double share : new double[] {0, 0.25, 0.5, 1}) {
          percents.add(JobProgress.of(stage, share, sourceRows, rows).percent());
        }
      }
      assertThat(percents).isSorted();
      assertThat(percents.getFirst()).isZero();
      assertThat(percents.getLast()).isEqualTo(100);
    }
  }

  @Test
  void everyStageBelongsToAWalk() {
    assertThat(JobStage.values())
        .allMatch(stage -> SYNTHETIC.contains(stage) || MASKED.contains(stage));
  }

  @Test
  void neverClaimsToBeDoneBeforeItIs() {
    assertThat(JobProgress.of(JobStage.STORING, 1, 10, 10).percent()).isLessThan(100);
  }

  @Test
  void bearsSharesOutsideOfTheirRange() {
    assertThat(JobProgress.of(JobStage.FITTING, 7, 10, 10))
        .isEqualTo(JobProgress.of(JobStage.FITTING, 1, 10, 10));
  }

  @Test
  void reckonsTheEndByTheRateSinceTheStart() {
    JobProgress quarter = new JobProgress(JobStage.FITTING, 25);
    assertThat(quarter.etaSeconds(START, START.plusSeconds(10))).isEqualTo(OptionalLong.of(30));
  }

  @Test
  void doesNotGuessTheEndTooEarly() {
    assertThat(new JobProgress(JobStage.READING, 1).etaSeconds(START, START.plusSeconds(10)))
        .isEmpty();
    assertThat(new JobProgress(JobStage.FITTING, 25).etaSeconds(START, START.plusMillis(100)))
        .isEmpty();
  }
}
