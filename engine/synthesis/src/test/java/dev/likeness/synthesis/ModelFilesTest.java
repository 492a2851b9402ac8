package dev.likeness.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFilesTest {

  private static final ObjectNode HEADER =
      JsonNodeFactory.instance.objectNode().put("model", "none").put("ä", 1);

  private static byte[] write(ModelFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFiles.write(file, out);
    return out.toByteArray();
  }

  private static ModelFile read(byte[] bytes) throws IOException {
    return ModelFiles.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void readsWhatItWrote(@TempDir Path folder) throws IOException {
    Map<String, Object> tensors =
        Map.of(
            "d", new double[] {1.5, Double.NaN, -0.0},
            "f", new float[] {2.5f},
            "l", new long[] {Long.MIN_VALUE, 7},
            "i", new int[] {-1, 2, 3},
            "b", new byte[] {1, -2, 3},
            "none", new double[0]);
    Path path = folder.resolve("model");
    ModelFiles.write(new ModelFile(HEADER, tensors), path);
    ModelFile file = ModelFiles.read(path);
    assertThat(file.header()).isEqualTo(HEADER);
    assertThat(file.tensors().keySet()).containsExactly("b", "d", "f", "i", "l", "none");
    tensors.forEach((name, tensor) -> assertThat(file.tensors().get(name)).isEqualTo(tensor));
    assertThat(file.doubles("d", 3)).isEqualTo(tensors.get("d"));
    assertThatThrownBy(() -> file.doubles("d", 4)).isInstanceOf(CorruptModelException.class);
    assertThatThrownBy(() -> file.ints("d")).isInstanceOf(CorruptModelException.class);
    assertThatThrownBy(() -> file.ints("x")).isInstanceOf(CorruptModelException.class);
  }

  @Test
  void beginsAsSafetensorsDo() throws IOException {
    byte[] bytes = write(new ModelFile(HEADER, Map.of("i", new int[] {258})));
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
    assertThat(header).contains("\"dtype\":\"I32\"", "\"offset\":0");
    assertThat(Arrays.copyOfRange(bytes, 8 + (int) length, 12 + (int) length))
        .containsExactly(2, 1, 0, 0);
    assertThat(bytes).hasSize(8 + (int) length + 4 + 32);
  }

  @Test
  void refusesAFileThatEndsEarlyAnywhere() throws IOException {
    byte[] bytes = write(new ModelFile(HEADER, Map.of("i", new int[] {258})));
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(CorruptModelException.class);
    }
  }

  @Test
  void refusesAFileWithAnyBitFlipped() throws IOException {
    byte[] bytes = write(new ModelFile(HEADER, Map.of("d", new double[] {258, 3})));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] damaged = bytes.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> read(damaged)).isInstanceOf(CorruptModelException.class);
    }
  }

  @Test
  void refusesMoreThanAFile() throws IOException {
    byte[] bytes = write(new ModelFile(HEADER, Map.of()));
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(CorruptModelException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}x",
        "{\"tensors\":{}}",
        "{\"header\":{},\"header\":{}}",
        "{\"header\":{},\"tensors\":{\"a\":{\"dtype\":\"F64\",\"length\":99999999999,\"offset\":0}}}",
        "{\"header\":{},\"tensors\":{\"a\":{\"dtype\":\"F64\",\"length\":100000000,\"offset\":0}}}",
        "{\"header\":{},\"tensors\":{\"a\":{\"dtype\":\"F64\",\"length\":-1,\"offset\":0}}}",
        "{\"header\":{},\"tensors\":{\"a\":{\"dtype\":\"U8\",\"length\":0,\"offset\":8}}}",
        "{\"header\":{},\"tensors\":{\"a\":{\"dtype\":\"X\",\"length\":0,\"offset\":0}}}"
      })
  void refusesALyingHeaderWithARightChecksum(String header) throws Exception {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    byte[] body = file.putLong(text.length).put(text).array();
    byte[] all = Arrays.copyOf(body, body.length + 32);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(digest, 0, all, body.length, 32);
    assertThatThrownBy(() -> read(all)).isInstanceOf(CorruptModelException.class);
  }

  /** A forged file has a right checksum: what it says must still be believed by nobody. */
  @ParameterizedTest
  @MethodSource("dev.likeness.synthesis.SynthesizerContractTest#models")
  void aForgedModelIsRefusedOrStillMakesRows(Synthesizer<?> model) {
    ModelFile file = fit(model).save();
    CounterRandom random = CounterRandom.of(9);
    int refused = 0;
    for (int trial = 0; trial < 300; trial++) {
      ModelFile forged = forge(file, trial, random);
      try {
        FittedSynthesizer loaded = model.load(forged);
        loaded.sample(SampleRequest.rows(20, 1), batch -> {}, RunContext.quiet());
      } catch (CorruptModelException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static <O extends Record> FittedSynthesizer fit(Synthesizer<O> model) {
    Table table = TestTables.mixed(400);
    O options = Synthesizers.bind(model, JsonNodeFactory.instance.objectNode());
    return model.fit(table, options, new FitContext(1, RunContext.quiet()));
  }

  /** Changes one tensor: its length, its type, or one number. */
  private static ModelFile forge(ModelFile file, int trial, CounterRandom random) {
    Map<String, Object> tensors = new java.util.HashMap<>(file.tensors());
    String name =
        file.tensors().keySet().stream()
            .skip(random.below(tensors.size(), trial, 0))
            .findFirst()
            .orElseThrow();
    Object changed =
        switch (tensors.get(name)) {
          case double[] values when values.length > 0 -> forge(values, trial, random);
          case int[] values when values.length > 0 -> forge(values, trial, random);
          case byte[] values -> new int[values.length];
          default -> new byte[1];
        };
    tensors.put(name, changed);
    return new ModelFile(file.header(), tensors);
  }

  private static Object forge(double[] values, int trial, CounterRandom random) {
    int at = (int) random.below(Math.max(1, values.length), trial, 1);
    double[] wild = {Double.NaN, 1e300, -1, 2, Double.POSITIVE_INFINITY};
    return switch ((int) random.below(4, trial, 2)) {
      case 0 -> Arrays.copyOf(values, at);
      case 1 -> Arrays.copyOf(values, values.length + 1);
      case 2 -> new int[values.length];
      default -> {
        double[] changed = values.clone();
        changed[at] = wild[trial % wild.length];
        yield changed;
      }
    };
  }

  private static Object forge(int[] values, int trial, CounterRandom random) {
    int at = (int) random.below(Math.max(1, values.length), trial, 1);
    int[] wild = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1_000_000, 0};
    return switch ((int) random.below(3, trial, 2)) {
      case 0 -> Arrays.copyOf(values, at);
      case 1 -> new double[values.length];
      default -> {
        int[] changed = values.clone();
        changed[at] = wild[trial % wild.length];
        yield changed;
      }
    };
  }
}
