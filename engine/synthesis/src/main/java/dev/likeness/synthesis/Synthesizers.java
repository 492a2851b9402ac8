package dev.likeness.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.options.OptionBinding;
import dev.likeness.table.options.OptionDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The models that exist, found by {@link ServiceLoader}, and the binding of their options.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Synthesizers {

  private static final List<Synthesizer<?>> ALL = load();

  private Synthesizers() {}

  /** Every model, by name. */
  public static List<Synthesizer<?>> all() {
    return ALL;
  }

  /** The names that exist, in order. */
  public static List<String> names() {
    return ALL.stream().<String>map(Synthesizer::name).toList();
  }

  /**
   * The model of that name.
   *
   * @throws UnknownModelException listing the names that exist
   */
  public static Synthesizer<?> named(String name) {
    return ALL.stream()
        .filter(synthesizer -> synthesizer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownModelException(name, names()));
  }

  /**
   * Options from a JSON object with snake_case names; what is absent has its default.
   *
   * @throws InvalidOptionException naming the option and what was expected
   */
  public static <O extends Record> O bind(Synthesizer<O> synthesizer, JsonNode options) {
    return OptionBinding.bind(synthesizer.optionsType(), options);
  }

  /**
   * Options as typed on a command line; what is absent has its default.
   *
   * @throws InvalidOptionException naming the option and what was expected
   */
  public static <O extends Record> O bind(Synthesizer<O> synthesizer, Map<String, String> options) {
    return OptionBinding.bind(synthesizer.optionsType(), options);
  }

  /** Every component of an options record as JSON. */
  public static ObjectNode toJson(Record options) {
    return OptionBinding.toJson(options);
  }

  /** The options of a model, in their order. */
  public static List<OptionDescriptor> describe(Synthesizer<?> synthesizer) {
    return OptionBinding.describe(synthesizer.optionsType());
  }

  /**
   * Restores a fitted model of whichever kind the file names.
   *
   * @throws CorruptModelException when the file cannot be one
   * @throws UnknownModelException when no model of that name exists here
   */
  public static FittedSynthesizer load(ModelFile file) {
    FittedSynthesizer model = named(file.header().path("model").asText()).load(file);
    return TreatedModel.load(RelatedModel.load(model, file), file);
  }

  @SuppressWarnings("rawtypes")
  private static List<Synthesizer<?>> load() {
    return ServiceLoader.load(Synthesizer.class, Synthesizer.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .<Synthesizer<?>>map(found -> (Synthesizer<?>) found)
        .sorted(Comparator.comparing(synthesizer -> synthesizer.name()))
        .toList();
  }
}
