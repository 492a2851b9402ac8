package dev.likeness.ingest.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Lists of a receipt as columns. */
final class ReceiptJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Receipt.Erased>> ERASED = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private ReceiptJson() {}

  static String write(List<Receipt.Erased> erased) {
    return any(erased);
  }

  static String writeTexts(List<String> texts) {
    return any(texts);
  }

  static List<Receipt.Erased> read(String json) {
    return any(json, ERASED);
  }

  static List<String> readTexts(String json) {
    return any(json, TEXTS);
  }

  private static String any(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static <T> T any(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a receipt cannot be read", e);
    }
  }
}
