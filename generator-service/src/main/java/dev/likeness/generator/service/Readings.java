package dev.likeness.generator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what ingest and profiler wrote about a dataset: its dialect and names, its columns. */
@ApplicationScoped
public class Readings {

  private static final int REMEMBERED = 256;

  private final ObjectStore store;
  private final Map<String, List<String>> names = new LinkedHashMap<>(16, 0.75f, true);

  Readings(ObjectStore store) {
    this.store = store;
  }

  /** How a dataset's file was read. */
  public Reading reading(ObjectRef ref) {
    return read(ref, Reading.class);
  }

  /** What a dataset's columns are. */
  public TableProfile profile(ObjectRef ref) {
    return read(ref, TableProfile.class);
  }

  /** What a dataset's columns are, with the treatments that people chose for them. */
  public PlannedProfile planned(ObjectRef ref) {
    try (InputStream in = store.open(ref.key())) {
      return PlannedProfile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("object " + ref.key() + " cannot be read", e);
    }
  }

  /** The names of a dataset's columns; those asked for last are remembered. */
  public synchronized List<String> columnNames(ObjectRef ref) {
    List<String> known = names.computeIfAbsent(ref.sha256(), key -> reading(ref).columns());
    if (names.size() > REMEMBERED) {
      names.remove(names.keySet().iterator().next());
    }
    return known;
  }

  private <T> T read(ObjectRef ref, Class<T> type) {
    try (InputStream in = store.open(ref.key())) {
      return TableJson.mapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("object " + ref.key() + " cannot be read", e);
    }
  }
}
