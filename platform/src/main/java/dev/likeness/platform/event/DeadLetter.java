package dev.likeness.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.contracts.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is told of a record that nobody could handle: where it lies and why, never what it says.
 *
 * @param service who gave up
 * @param topic of the record
 * @param partition of the record
 * @param offset of the record
 * @param eventId id of the event, where it could be read
 * @param aggregateId what it happened to, where it could be read
 * @param code why
 */
public record DeadLetter(
    String service,
    String topic,
    int partition,
    long offset,
    Optional<String> eventId,
    Optional<String> aggregateId,
    String code) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static DeadLetter of(
      String service, ConsumerRecord<String, String> record, Optional<Event> event, String code) {
    return new DeadLetter(
        service,
        record.topic(),
        record.partition(),
        record.offset(),
        event.map(e -> e.header().id().toString()),
        event.map(e -> e.aggregateId().toString()),
        code);
  }

  /** As one line of JSON. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", service);
    json.put("topic", topic);
    json.put("partition", partition);
    json.put("offset", offset);
    eventId.ifPresent(id -> json.put("event_id", id));
    aggregateId.ifPresent(id -> json.put("aggregate_id", id));
    json.put("code", code);
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
