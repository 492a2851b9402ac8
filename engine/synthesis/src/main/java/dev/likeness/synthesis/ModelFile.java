package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted model as it lies on disk: a JSON header and raw little-endian tensors, in the layout of
 * safetensors. Nothing in it is executed when it is read.
 *
 * @param header everything that is not an array of numbers; {@code "model"} names the synthesizer
 * @param tensors named arrays: {@code double[]}, {@code float[]}, {@code int[]}, {@code long[]} or
 *     {@code byte[]}
 */
public record ModelFile(ObjectNode header, Map<String, Object> tensors) {

  /** Orders the tensors by name, so that equal models have equal bytes. */
  public ModelFile {
    tensors = java.util.Collections.unmodifiableMap(new TreeMap<>(tensors));
  }

  /**
   * A tensor of doubles.
   *
   * @throws CorruptModelException when there is none of that name, type and length
   */
  public double[] doubles(String name, int length) {
    double[] values = tensor(name, double[].class);
    checkLength(name, values.length, length);
    return values;
  }

  /**
   * A tensor of doubles of any length.
   *
   * @throws CorruptModelException when there is none of that name and type
   */
  public double[] doubles(String name) {
    return tensor(name, double[].class);
  }

  /**
   * A tensor of ints of any length.
   *
   * @throws CorruptModelException when there is none of that name and type
   */
  public int[] ints(String name) {
    return tensor(name, int[].class);
  }

  /**
   * A tensor of longs of any length.
   *
   * @throws CorruptModelException when there is none of that name and type
   */
  public long[] longs(String name) {
    return tensor(name, long[].class);
  }

  private static void checkLength(String name, int found, int expected) {
    if (found != expected) {
      throw new CorruptModelException(
          "length of tensor " + name + " = " + found + ", expected " + expected);
    }
  }

  private <T> T tensor(String name, Class<T> type) {
    Object value = tensors.get(name);
    if (!type.isInstance(value)) {
      throw new CorruptModelException(
          "tensor "
              + name
              + " expected as "
              + type.getSimpleName()
              + ", found "
              + (value == null ? "none" : value.getClass().getSimpleName()));
    }
    return type.cast(value);
  }
}
