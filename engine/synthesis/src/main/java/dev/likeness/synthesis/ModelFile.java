package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A fitted model as it lies on disk: a JSON header and raw little-endian tensors, in the layout of
 * safetensors. Nothing in it is executed when it is read.
 *
 * @param header everything that is not an array of numbers; {@code "model"} names the synthesizer
 * @param tensors named arrays: {@code double[]}, {@code float[]}, {@code int[]}, {@code long[]} or
 *     {@code byte[]}
 */
public record ModelFile(ObjectNode header, Map<String, Object> tensors) {}
