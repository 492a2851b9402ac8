package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.table.options.Option;
import java.util.HexFormat;

/**
 * A keyed hash (HMAC-SHA-256): without the key nobody can try out values; there is no unsalted one.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class HashTreatment implements Treatment<HashTreatment.Options> {

  /**
   * Options.
   *
   * @param length hexadecimal digits
   * @param domain columns of one domain share their hashes
   */
  public record Options(
      @Option(value = "Hexadecimal digits of the hash.", defaultsTo = "32", min = 16, max = 64)
          int length,
      @Option(
              value =
                  "Columns with the same domain give equal hashes for equal values; empty: own.",
              defaultsTo = "")
          String domain) {}

  @Override
  public String name() {
    return "hash";
  }

  @Override
  public String summary() {
    return "Replaces by a keyed hash: equal values stay equal, nobody can undo it.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.IRREVERSIBLE;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.FRESH;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    String domain = column.domain(options.domain());
    KeyedHash hash = new KeyedHash(column.secret().subkey("hash:" + domain, 32));
    return (value, row) -> hex(hash.of(value), options.length());
  }

  private static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(bytes).substring(0, length);
  }

  @Override
  public String fresh(Options options, String made, CounterRandom random, long row) {
    return hex(RandomText.bytes(32, random, row), options.length());
  }
}
