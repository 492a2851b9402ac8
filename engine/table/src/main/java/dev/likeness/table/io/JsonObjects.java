package dev.likeness.table.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The objects of a JSON text, one at a time: one behind the other, on lines of their own or not, or
 * all in one array.
 */
final class JsonObjects implements Closeable {

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 1000;

  private final JsonFactory factory;
  private final JsonParser parser;
  private final ByteText nested;
  private final int longest;
  private long objects;
  private boolean inArray;

  private JsonObjects(JsonFactory factory, JsonParser parser, int longest) {
    this.factory = factory;
    this.parser = parser;
    this.longest = longest;
    this.nested = new ByteText(longest);
  }

  /**
   * Opens a text of clean UTF-8. Names of fields are not kept in a table that grows with them.
   *
   * @param longest field in bytes
   */
  static JsonObjects of(InputStream utf8, int longest) throws IOException {
    JsonFactory factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(longest)
                    .maxStringLength(longest)
                    .build())
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    return new JsonObjects(factory, factory.createParser(utf8), longest);
  }

  /** Goes into the next object; false behind the last one. */
  boolean next() throws IOException {
    JsonToken token = token();
    if (objects == 0 && !inArray && token == JsonToken.START_ARRAY) {
      inArray = true;
      token = token();
    }
    if (inArray && token == JsonToken.END_ARRAY) {
      inArray = false;
      token = token();
      if (token == null) {
        return false;
      }
    }
    if (token == null) {
      return closed();
    }
    objects++;
    if (token != JsonToken.START_OBJECT) {
      throw UnreadableTableException.notATable(
          "is JSON whose value number " + objects + " is no object");
    }
    return true;
  }

  private boolean closed() {
    if (inArray) {
      throw invalid();
    }
    return false;
  }

  /** Name of the next field of the object; empty behind the last one. */
  Optional<String> field() throws IOException {
    JsonToken token = token();
    return token == JsonToken.FIELD_NAME ? Optional.of(parser.currentName()) : Optional.empty();
  }

  /** Passes over the value of the field. */
  void skip() throws IOException {
    try {
      parser.nextToken();
      parser.skipChildren();
    } catch (JsonProcessingException e) {
      throw problem(e);
    }
  }

  /** A value as text. */
  record Value(byte[] utf8, boolean nested) {
    private static final Value NONE = new Value(new byte[0], false);
  }

  /** The value of the field: texts and numbers as they stand, lists and objects as JSON. */
  Value value() throws IOException {
    JsonToken token = token();
    if (token == null) {
      throw invalid();
    }
    return switch (token) {
      case VALUE_NULL -> Value.NONE;
      case START_OBJECT, START_ARRAY -> new Value(structure(), true);
      default -> new Value(scalar(), false);
    };
  }

  private byte[] scalar() throws IOException {
    try {
      return parser.getText().getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw problem(e);
    }
  }

  private byte[] structure() throws IOException {
    nested.clear();
    OutputStream into =
        new OutputStream() {
          private final byte[] one = new byte[1];

          @Override
          public void write(int b) {
            one[0] = (byte) b;
            nested.add(one, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            nested.add(java.util.Arrays.copyOfRange(bytes, offset, offset + count), count);
          }
        };
    try (JsonGenerator out = factory.createGenerator(into)) {
      out.copyCurrentStructure(parser);
    } catch (JsonProcessingException e) {
      throw problem(e);
    }
    return nested.bytes();
  }

  private JsonToken token() throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw problem(e);
    }
  }

  private UnreadableTableException problem(JsonProcessingException e) {
    return e instanceof StreamConstraintsException
            && String.valueOf(e.getMessage()).contains("String value length")
        ? UnreadableTableException.tooLarge("field", longest, "bytes", " in object " + objects)
        : invalid();
  }

  private UnreadableTableException invalid() {
    return UnreadableTableException.invalidJson(
        objects, parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr());
  }

  /** Objects that were begun so far. */
  long objects() {
    return objects;
  }

  /** Characters that were read so far. */
  long position() {
    return Math.max(0, parser.currentLocation().getCharOffset());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
