package dev.likeness.synthesis;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes and reads {@link ModelFile}s.
 *
 * <p>Layout, after safetensors: 8 bytes little-endian length of the header; the header, a JSON
 * object with {@code "header"} (the model's own) and {@code "tensors"} (name → {@code dtype},
 * {@code length} and {@code offset} from the end of the header); the tensors, little-endian, one
 * after another by name; and, beyond safetensors, the SHA-256 of everything before it, so that
 * damage is noticed.
 *
 * <p>A reader believes nothing: lengths are capped and must add up before anything is allocated, a
 * tensor grows only as its bytes arrive, and whatever is wrong is a {@link CorruptModelException}.
 */
public final class ModelFiles {

  private static final int MAX_HEADER_BYTES = 64 << 20;
  private static final long MAX_TENSOR_BYTES = 1L << 30;
  private static final int CHUNK_BYTES = 1 << 16;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private ModelFiles() {}

  /** Writes a model to a file, replacing it. */
  public static void write(ModelFile model, Path path) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      write(model, out);
    }
  }

  /** Writes a model; leaves the stream open. */
  public static void write(ModelFile model, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    OutputStream hashed = new BufferedOutputStream(new DigestOutputStream(out, digest));
    byte[] header = JSON.writeValueAsBytes(envelope(model));
    if (header.length > MAX_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "header = " + header.length + " bytes, expected <= " + MAX_HEADER_BYTES);
    }
    hashed.write(little(8).putLong(header.length).array());
    hashed.write(header);
    for (Object tensor : model.tensors().values()) {
      Dtype.of(tensor).write(tensor, hashed);
    }
    hashed.flush();
    out.write(digest.digest());
    out.flush();
  }

  /**
   * Reads a model from a file.
   *
   * @throws CorruptModelException when it is not one or is damaged
   */
  public static ModelFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    }
  }

  /**
   * Reads a model up to the end of the stream.
   *
   * @throws CorruptModelException when it is not one or is damaged
   */
  public static ModelFile read(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    DigestInputStream hashed = new DigestInputStream(new BufferedInputStream(in), digest);
    DataInputStream data = new DataInputStream(hashed);
    try {
      ObjectNode envelope = readHeader(data);
      Map<String, Object> tensors = readTensors(data, envelope.path("tensors"));
      byte[] expected = digest.digest();
      hashed.on(false);
      byte[] found = data.readNBytes(expected.length);
      if (!MessageDigest.isEqual(expected, found) || data.read() != -1) {
        throw new CorruptModelException("checksum differs, the file is damaged");
      }
      if (!(envelope.path("header") instanceof ObjectNode header)) {
        throw new CorruptModelException("header is not an object");
      }
      return new ModelFile(header, tensors);
    } catch (EOFException e) {
      throw new CorruptModelException("ends too early");
    }
  }

  private static ObjectNode envelope(ModelFile model) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.set("header", model.header());
    ObjectNode tensors = envelope.putObject("tensors");
    long offset = 0;
    for (Map.Entry<String, Object> entry : model.tensors().entrySet()) {
      Dtype dtype = Dtype.of(entry.getValue());
      long length = java.lang.reflect.Array.getLength(entry.getValue());
      tensors
          .putObject(entry.getKey())
          .put("dtype", dtype.name())
          .put("length", length)
          .put("offset", offset);
      offset += length * dtype.bytes;
    }
    return envelope;
  }

  private static ObjectNode readHeader(DataInputStream data) throws IOException {
    long length = Long.reverseBytes(data.readLong());
    if (length < 2 || length > MAX_HEADER_BYTES) {
      throw new CorruptModelException(
          "length of header = " + length + ", expected in [2, " + MAX_HEADER_BYTES + "]");
    }
    byte[] bytes = readExactly(data, (int) length);
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode envelope) {
        return envelope;
      }
    } catch (JacksonException e) {
      throw new CorruptModelException("header is not JSON");
    }
    throw new CorruptModelException("header is not a JSON object");
  }

  private static Map<String, Object> readTensors(DataInputStream data, JsonNode directory)
      throws IOException {
    Map<String, Object> tensors = new TreeMap<>();
    long offset = 0;
    for (Map.Entry<String, JsonNode> entry : directory.properties()) {
      Dtype dtype = Dtype.named(entry.getValue().path("dtype").asText());
      long length = entry.getValue().path("length").asLong(-1);
      if (length < 0 || length > MAX_TENSOR_BYTES / dtype.bytes) {
        throw new CorruptModelException("length of a tensor = " + length + ", out of range");
      }
      if (entry.getValue().path("offset").asLong(-1) != offset) {
        throw new CorruptModelException("tensors do not lie one after another");
      }
      tensors.put(entry.getKey(), dtype.read(readExactly(data, (int) (length * dtype.bytes))));
      offset += length * dtype.bytes;
    }
    return tensors;
  }

  /** Reads in chunks, so that a lying length costs no more memory than the file has bytes. */
  private static byte[] readExactly(DataInputStream data, int length) throws IOException {
    byte[] bytes = new byte[Math.min(length, CHUNK_BYTES)];
    int have = 0;
    while (have < length) {
      if (have == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
      }
      int got = data.read(bytes, have, bytes.length - have);
      if (got < 0) {
        throw new EOFException();
      }
      have += got;
    }
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The kinds of numbers a tensor may hold, by their names in safetensors. */
  private enum Dtype {
    F64(8),
    F32(4),
    I64(8),
    I32(4),
    U8(1);

    final int bytes;

    Dtype(int bytes) {
      this.bytes = bytes;
    }

    static Dtype of(Object tensor) {
      return switch (tensor) {
        case double[] ignored -> F64;
        case float[] ignored -> F32;
        case long[] ignored -> I64;
        case int[] ignored -> I32;
        case byte[] ignored -> U8;
        default ->
            throw new IllegalArgumentException(
                "tensor = " + tensor.getClass().getSimpleName() + ", expected a primitive array");
      };
    }

    static Dtype named(String name) {
      for (Dtype dtype : values()) {
        if (dtype.name().equals(name)) {
          return dtype;
        }
      }
      throw new CorruptModelException("dtype of a tensor is unknown");
    }

    Object read(byte[] from) {
      ByteBuffer in = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN);
      int length = from.length / bytes;
      return switch (this) {
        case F64 -> {
          double[] values = new double[length];
          in.asDoubleBuffer().get(values);
          yield values;
        }
        case F32 -> {
          float[] values = new float[length];
          in.asFloatBuffer().get(values);
          yield values;
        }
        case I64 -> {
          long[] values = new long[length];
          in.asLongBuffer().get(values);
          yield values;
        }
        case I32 -> {
          int[] values = new int[length];
          in.asIntBuffer().get(values);
          yield values;
        }
        case U8 -> from;
      };
    }

    void write(Object tensor, OutputStream out) throws IOException {
      ByteBuffer bytes = little(java.lang.reflect.Array.getLength(tensor) * this.bytes);
      switch (tensor) {
        case double[] values -> bytes.asDoubleBuffer().put(values);
        case float[] values -> bytes.asFloatBuffer().put(values);
        case long[] values -> bytes.asLongBuffer().put(values);
        case int[] values -> bytes.asIntBuffer().put(values);
        case byte[] values -> bytes.put(values);
        default -> throw new IllegalArgumentException("tensor is not a primitive array");
      }
      out.write(bytes.array());
    }
  }
}
