package dev.likeness.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each kind, as it stands in its golden file. */
final class Examples {

  private static final UUID DATASET = UUID.fromString("0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01");
  private static final UUID JOB = UUID.fromString("7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02");
  private static final UUID ERASURE = UUID.fromString("5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05");
  private static final EventHeader HEADER =
      new EventHeader(
          UUID.fromString("c1a9d3f4-1b2c-4d3e-8f40-5a6b7c8d9e03"),
          Instant.parse("2026-03-01T12:34:56.789Z"),
          "default",
          "default");

  private Examples() {}

  static List<Event> all() {
    return List.of(
        new DatasetUploaded(
            HEADER,
            DATASET,
            1,
            List.of(
                new UploadedTable(
                    0, 1_000, 7, object("canonical.parquet"), object("reading.json")))),
        new DatasetProfiled(
            HEADER, DATASET, 1, 1, List.of(new ProfiledTable(0, object("profile-1.json")))),
        new ProfileAmended(
            HEADER,
            DATASET,
            2,
            1,
            List.of(3),
            List.of(new ProfiledTable(0, object("profile-2.json")))),
        new ProfilingFailed(HEADER, DATASET, "internal-error"),
        new GenerationRequested(HEADER, JOB, DATASET, "gaussian-copula", 500),
        new GenerationCompleted(
            HEADER,
            JOB,
            DATASET,
            1,
            42,
            0.2,
            List.of(
                new GeneratedTable(
                    0,
                    500,
                    List.of(0, 2, 5),
                    object("synthetic.csv"),
                    object("model.bin"),
                    List.of(5),
                    object("wishes.json")))),
        new GenerationFailed(HEADER, JOB, DATASET, "internal-error"),
        new GenerationCancelled(HEADER, JOB, DATASET),
        new MaskingRequested(HEADER, JOB, DATASET, 1_000),
        new DatasetMasked(
            HEADER,
            JOB,
            DATASET,
            1,
            List.of(
                new MaskedTable(
                    0,
                    1_000,
                    List.of(0, 1, 2, 4, 5, 6),
                    object("masked.csv"),
                    object("masked.json"),
                    object("masked.vault")))),
        new EvaluationCompleted(HEADER, JOB, object("report.json")),
        new EvaluationFailed(HEADER, JOB, "too-few-rows"),
        new ErasureRequested(HEADER, ERASURE, DATASET),
        new ErasureAcknowledged(HEADER, ERASURE, DATASET, "generator", 4, 7));
  }

  private static ObjectRef object(String name) {
    String sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    return new ObjectRef("default/" + name, 12_345, sha256);
  }
}
