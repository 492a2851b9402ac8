package dev.likeness.privacy.plan;

import dev.likeness.privacy.treatment.Vault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A vault as lines of text: token, tab, sealed value.
 *
 * <p>Writing keeps the tokens written last in mind, so that common values are written once or
 * twice; memory is bounded. Reading holds all of them.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class FileVault implements Vault, Closeable {

  private static final int REMEMBERED = 1 << 16;

  private final Optional<BufferedWriter> out;
  private final Map<String, String> entries;
  private long written;

  private FileVault(Optional<BufferedWriter> out, Map<String, String> entries) {
    this.out = out;
    this.entries = entries;
  }

  /** A new vault that is written to a stream. */
  public static FileVault writing(OutputStream stream) {
    Map<String, String> last =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
          }
        };
    return new FileVault(
        Optional.of(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))),
        last);
  }

  /** A vault that was written before. */
  public static FileVault reading(InputStream stream) throws IOException {
    Map<String, String> all = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          all.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    }
    return new FileVault(Optional.empty(), all);
  }

  @Override
  public synchronized void keep(String token, String sealed) {
    if (entries.putIfAbsent(token, sealed) == null) {
      try {
        out.orElseThrow().append(token).append('\t').append(sealed).append('\n');
        written++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public synchronized Optional<String> find(String token) {
    return Optional.ofNullable(entries.get(token));
  }

  /** Lines written. */
  public synchronized long written() {
    return written;
  }

  @Override
  public synchronized void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }
}
