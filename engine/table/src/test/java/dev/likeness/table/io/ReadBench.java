package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the tests of reading share: files in, rows out. */
record ReadBench(Path folder) {

  Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("in"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reading read(byte[] bytes, ReadOptions options) {
    return TableReader.ingest(
        write(bytes), parquet(), options, ReadLimits.defaults(), RunContext.quiet());
  }

  Reading read(byte[] bytes) {
    return read(bytes, ReadOptions.none());
  }

  Reading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  Reading read(String text, ReadOptions options) {
    return read(text.getBytes(StandardCharsets.UTF_8), options);
  }

  Path parquet() {
    return folder.resolve("out.parquet");
  }

  /** Rows of what was read last; {@code ∅} for an empty cell. */
  List<List<String>> rows() {
    return CanonicalTable.preview(parquet(), 100_000).stream()
        .map(row -> row.stream().map(cell -> cell.orElse("∅")).toList())
        .toList();
  }

  static ReadOptions options(String json) {
    try {
      return dev.likeness.table.TableJson.mapper()
          .readValue(json.replace('\'', '"'), ReadOptions.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(ReadWarning::code).toList();
  }

  static byte[] gzip(byte[] bytes) {
    return packed(
        out -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
          }
        });
  }

  /** A ZIP of names and contents, one behind the other. */
  static byte[] zip(Object... namesAndBytes) {
    return packed(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
              zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
              Object content = namesAndBytes[i + 1];
              zip.write(
                  content instanceof byte[] bytes
                      ? bytes
                      : ((String) content).getBytes(StandardCharsets.UTF_8));
            }
          }
        });
  }

  private interface Packing {
    void into(java.io.ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try {
      packing.into(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
