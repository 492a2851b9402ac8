package dev.likeness.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that no event has room for a cell value: every text in it is an id, a code or a key. */
class EventContentTest {

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, double.class, boolean.class, Integer.class, Long.class);
  private static final Set<Class<?>> STAMPS = Set.of(UUID.class, Instant.class);

  /** What a component that is a {@code String} may be called, and so may hold. */
  private static final Set<String> TEXTS =
      Set.of("tenant", "project", "code", "model", "key", "sha256");

  @Test
  void everyComponentIsANumberATimeAnIdACodeAKeyOrARecordOfThem() {
    List<String> others =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .flatMap(EventContentTest::others)
            .distinct()
            .toList();
    assertThat(others).isEmpty();
  }

  @Test
  void theRuleFindsFreeText() {
    record Free(UUID id, String columnName, List<String> values, Object anything) {}
    assertThat(others(Free.class))
        .containsExactly("Free.columnName", "Free.values", "Free.anything");
  }

  private static Stream<String> others(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(c -> others(type, c));
  }

  private static Stream<String> others(Class<?> owner, RecordComponent component) {
    Class<?> type = held(component.getGenericType());
    if (type.isRecord()) {
      return others(type);
    }
    boolean text = type == String.class && component.getType() == type;
    boolean fine =
        NUMBERS.contains(type)
            || STAMPS.contains(type)
            || text && TEXTS.contains(component.getName());
    return fine ? Stream.of() : Stream.of(owner.getSimpleName() + "." + component.getName());
  }

  private static Class<?> held(Type type) {
    return switch (type) {
      case ParameterizedType p when p.getRawType() == List.class ->
          held(p.getActualTypeArguments()[0]);
      case Class<?> c -> c;
      default -> Object.class;
    };
  }
}
