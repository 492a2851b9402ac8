package dev.likeness.table.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Turns names and values into an options record and back, guided by {@link Option}.
 *
 * <p>Components may be {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}
 * or an enum. JSON must have the right type; text, as typed on a command line, is parsed.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class OptionBinding {

  private OptionBinding() {}

  /**
   * Options from a JSON object with snake_case names; what is absent has its default.
   *
   * @throws InvalidOptionException naming the option and what was expected
   */
  public static <O extends Record> O bind(Class<O> type, JsonNode given) {
    if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
      throw new InvalidOptionException("options", "not an object, expected a JSON object");
    }
    rejectUnknown(type, given);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode node = given.path(name(component));
      values.add(
          node.isMissingNode()
              ? fromText(component, option(component).defaultsTo())
              : fromJson(component, node));
    }
    return create(type, values);
  }

  /**
   * Options as typed on a command line; what is absent has its default.
   *
   * @throws InvalidOptionException naming the option and what was expected
   */
  public static <O extends Record> O bind(Class<O> type, Map<String, String> given) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    given.forEach(node::put);
    rejectUnknown(type, node);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.add(
          fromText(component, given.getOrDefault(name(component), option(component).defaultsTo())));
    }
    return create(type, values);
  }

  /** All components as JSON, in their order. */
  public static ObjectNode toJson(Record options) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = read(component, options);
      switch (value) {
        case Integer v -> node.put(name(component), v);
        case Long v -> node.put(name(component), v);
        case Double v -> node.put(name(component), v);
        case Boolean v -> node.put(name(component), v);
        case Enum<?> v -> node.put(name(component), choice(v));
        default -> node.put(name(component), value.toString());
      }
    }
    return node;
  }

  /** What people need to know about each option, in their order. */
  public static List<OptionDescriptor> describe(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(OptionBinding::descriptor).toList();
  }

  private static OptionDescriptor descriptor(RecordComponent component) {
    Option option = option(component);
    return new OptionDescriptor(
        name(component),
        typeName(component.getType()),
        option.defaultsTo(),
        limit(option.min()),
        limit(option.max()),
        choices(component.getType()),
        option.value());
  }

  private static OptionalDouble limit(double value) {
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static String typeName(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "integer";
    } else if (type == double.class) {
      return "number";
    } else if (type == boolean.class) {
      return "boolean";
    }
    return type.isEnum() ? "choice" : "string";
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(c -> choice((Enum<?>) c)).toList()
        : List.of();
  }

  private static String choice(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void rejectUnknown(Class<? extends Record> type, JsonNode given) {
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(OptionBinding::name).toList();
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw new InvalidOptionException(
                    name,
                    names.isEmpty()
                        ? "unknown option, there are none here"
                        : "unknown option, expected one of " + String.join(", ", names));
              }
            });
  }

  private static Object fromJson(RecordComponent component, JsonNode node) {
    boolean fits =
        switch (typeName(component.getType())) {
          case "integer" -> node.isIntegralNumber() && node.canConvertToLong();
          case "number" -> node.isNumber();
          case "boolean" -> node.isBoolean();
          default -> node.isTextual();
        };
    if (!fits) {
      throw new InvalidOptionException(
          name(component),
          node.getNodeType().name().toLowerCase(Locale.ROOT)
              + ", expected "
              + typeName(component.getType()));
    }
    return fromText(component, node.asText());
  }

  private static Object fromText(RecordComponent component, String text) {
    Class<?> type = component.getType();
    return switch (typeName(type)) {
      case "integer", "number" -> number(component, text);
      case "boolean" -> truth(component, text);
      case "choice" -> constant(component, text);
      default -> text;
    };
  }

  private static Object number(RecordComponent component, String text) {
    Class<?> type = component.getType();
    try {
      double value = type == double.class ? Double.parseDouble(text) : Long.parseLong(text);
      checkRange(component, text, value);
      if (type == double.class) {
        return value;
      } else if (type == long.class) {
        return Long.parseLong(text);
      }
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidOptionException(
          name(component), text + ", expected " + typeName(type) + " " + range(component));
    }
  }

  private static void checkRange(RecordComponent component, String text, double value) {
    Option option = option(component);
    if (!(value >= option.min() && value <= option.max())) {
      throw new InvalidOptionException(name(component), text + ", expected " + range(component));
    }
  }

  private static String range(RecordComponent component) {
    return "in [" + plain(option(component).min()) + ", " + plain(option(component).max()) + "]";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static Object truth(RecordComponent component, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidOptionException(name(component), text + ", expected true or false");
    };
  }

  private static Object constant(RecordComponent component, String text) {
    return Arrays.stream(component.getType().getEnumConstants())
        .filter(c -> choice((Enum<?>) c).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    name(component),
                    text + ", expected one of " + String.join(", ", choices(component.getType()))));
  }

  private static Option option(RecordComponent component) {
    Option option = component.getAnnotation(Option.class);
    if (option == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getName() + "." + component.getName() + " lacks @Option");
    }
    return option;
  }

  /** {@code maxCategories} as {@code max_categories}. */
  private static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object read(RecordComponent component, Record options) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read option " + name(component), e);
    }
  }

  private static <O extends Record> O create(Class<O> type, List<Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot create " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type.getName(), e);
    }
  }
}
