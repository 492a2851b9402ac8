package dev.likeness.ingest.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bundled tables, found by {@code samples/index.json} on the class path. */
@Singleton
public class Samples {

  private static final String FOLDER = "samples/";

  private final ObjectStore store;
  private final ObjectMapper json;
  private final Map<String, SampleInfo> described = new ConcurrentHashMap<>();

  @Inject
  Samples(ObjectStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  /** A line of the index. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Entry(
      String name, String title, String description, String file, String licence) {}

  /** All samples, in the order of the index. */
  public List<SampleInfo> list() {
    return index().stream().map(this::describe).toList();
  }

  /** Bytes of a sample; a problem {@code sample-not-found} for unknown names. */
  public byte[] content(String name) {
    return index().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> bytes(entry.file()).orElseThrow())
        .orElseThrow(() -> IngestProblems.sampleNotFound().toException());
  }

  private List<Entry> index() {
    return bytes("index.json").map(this::entries).orElse(List.of());
  }

  private List<Entry> entries(byte[] index) {
    try {
      return json.readValue(index, new TypeReference<List<Entry>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SampleInfo describe(Entry entry) {
    return described.computeIfAbsent(entry.name(), name -> read(entry));
  }

  private SampleInfo read(Entry entry) {
    byte[] content = bytes(entry.file()).orElseThrow();
    try (Scratch scratch = store.scratch()) {
      Path file = Files.write(scratch.file("sample.csv"), content);
      Reading reading =
          TableReader.ingest(
              file, scratch.file("sample.parquet"), ReadLimits.defaults(), RunContext.quiet());
      return new SampleInfo(
          entry.name(),
          entry.title(),
          entry.description(),
          entry.licence(),
          reading.rows(),
          reading.columns().size(),
          content.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> bytes(String file) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
