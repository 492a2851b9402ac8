package dev.likeness.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON: property names in snake_case, times in RFC 3339 UTC, the kind of event in {@code
 * "type"}.
 *
 * <p>Reading ignores properties that this version does not know; those that an older writer did not
 * have yet are filled in by the record that has them. What the record cannot do without is refused.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private EventJson() {}

  /** The event on one line. */
  public static String write(Event event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("event cannot be written as JSON", impossible);
    }
  }

  /**
   * Reads an event.
   *
   * @throws UnreadableEventException when the text is no event that this version can read
   */
  public static Event read(String json) {
    try {
      return require(MAPPER.readValue(json, Event.class));
    } catch (InvalidTypeIdException e) {
      throw new UnreadableEventException(UnreadableEventException.UNKNOWN_TYPE);
    } catch (JsonMappingException e) {
      throw new UnreadableEventException(UnreadableEventException.WRONG_SHAPE);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(UnreadableEventException.MALFORMED_JSON);
    }
  }

  /** The literal {@code null} is well-formed JSON and still no event. */
  private static Event require(@Nullable Event event) {
    if (event == null) {
      throw new UnreadableEventException(UnreadableEventException.WRONG_SHAPE);
    }
    return event;
  }
}
