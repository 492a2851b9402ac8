package dev.likeness.generator.service;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far a job is, over all its stages.
 *
 * <p>Each stage has a fixed slice of the 100 percent. The border between fitting and sampling
 * depends on how much of either there is to do: a training row costs the fit about as much as four
 * made rows cost the sampling. As the slices depend on nothing but the job, percent never falls.
 *
 * @param stage what is being done
 * @param percent in [0, 100], in steps of a tenth
 */
public record JobProgress(JobStage stage, double percent) {

  private static final double READ = 2;
  private static final double SAMPLED = 98;
  private static final double FIT_ROWS_FOR_A_SAMPLED_ROW = 4;
  private static final double NARROWEST = 0.2;
  private static final Duration TOO_EARLY_TO_TELL = Duration.ofMillis(500);

  /** Nothing has been done. */
  public static JobProgress none() {
    return new JobProgress(JobStage.WAITING, 0);
  }

  /** All is done. */
  public static JobProgress done() {
    return new JobProgress(JobStage.DONE, 100);
  }

  /**
   * A share of a stage.
   *
   * @param stage what is being done
   * @param share of it that is finished, in [0, 1]
   * @param sourceRows rows of the dataset
   * @param rows to be made
   */
  public static JobProgress of(JobStage stage, double share, long sourceRows, long rows) {
    double border = border(sourceRows, rows);
    double percent =
        switch (stage) {
          case WAITING -> 0;
          case READING -> slice(0, READ, share);
          case FITTING -> slice(READ, border, share);
          case SAMPLING -> slice(border, SAMPLED, share);
          case MASKING -> slice(READ, SAMPLED, share);
          case STORING -> slice(SAMPLED, 100, Math.min(share, 0.9));
          case DONE -> 100;
        };
    return new JobProgress(stage, Math.floor(percent * 10) / 10);
  }

  /**
   * Seconds until the end, if it goes on at the rate since the start; empty while it is too early
   * to tell.
   */
  public OptionalLong etaSeconds(Instant startedAt, Instant now) {
    Duration elapsed = Duration.between(startedAt, now);
    if (percent <= READ || elapsed.compareTo(TOO_EARLY_TO_TELL) < 0) {
      return OptionalLong.empty();
    }
    double seconds = elapsed.toMillis() / 1e3 * (100 - percent) / percent;
    return OptionalLong.of((long) Math.ceil(seconds));
  }

  private static double border(long sourceRows, long rows) {
    double fit = FIT_ROWS_FOR_A_SAMPLED_ROW * sourceRows;
    double share = Math.clamp(fit / (fit + rows), NARROWEST, 1 - NARROWEST);
    return READ + (SAMPLED - READ) * share;
  }

  private static double slice(double from, double to, double share) {
    return from + (to - from) * Math.clamp(share, 0, 1);
  }
}
