package dev.likeness.privacy.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for one meaning: properties in the order of their names, no blanks, UTF-8. Values are
 * strings, whole numbers, or maps of strings.
 */
final class CanonicalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalJson() {}

  static String text(Map<String, Object> properties) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(properties));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an audit record cannot be written", impossible);
    }
  }

  static byte[] bytes(Map<String, Object> properties) {
    return text(properties).getBytes(StandardCharsets.UTF_8);
  }

  static String sha256(Map<String, Object> properties) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes(properties)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
