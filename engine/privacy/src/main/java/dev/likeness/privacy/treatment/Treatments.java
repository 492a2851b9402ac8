package dev.likeness.privacy.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.table.options.OptionBinding;
import dev.likeness.table.options.OptionDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The treatments that exist, found by {@link ServiceLoader}.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Treatments {

  private static final List<Treatment<?>> ALL = load();

  private Treatments() {}

  /** Every treatment, by name. */
  public static List<Treatment<?>> all() {
    return ALL;
  }

  /** The names that exist, in order. */
  public static List<String> names() {
    return ALL.stream().<String>map(Treatment::name).toList();
  }

  /**
   * The treatment of that name.
   *
   * @throws UnknownTreatmentException listing the names that exist
   */
  public static Treatment<?> named(String name) {
    return ALL.stream()
        .filter(treatment -> treatment.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownTreatmentException(name, names()));
  }

  /**
   * A treatment with its options.
   *
   * @param name of the treatment
   * @param options a JSON object in snake_case; absent ones have their defaults
   * @throws UnknownTreatmentException when there is no such treatment
   * @throws dev.likeness.table.options.InvalidOptionException naming the option and what was
   *     expected
   */
  public static BoundTreatment<?> bind(String name, JsonNode options) {
    return bind(named(name), options);
  }

  private static <O extends Record> BoundTreatment<O> bind(
      Treatment<O> treatment, JsonNode options) {
    return new BoundTreatment<>(treatment, OptionBinding.bind(treatment.optionsType(), options));
  }

  /** The options of a treatment, in their order. */
  public static List<OptionDescriptor> describe(Treatment<?> treatment) {
    return OptionBinding.describe(treatment.optionsType());
  }

  /** Whether values treated so, with the usual options, come back with the key. */
  public static boolean isReversible(Treatment<?> treatment) {
    return bind(
                treatment,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode())
            .protection()
        == Protection.REVERSIBLE;
  }

  @SuppressWarnings("rawtypes")
  private static List<Treatment<?>> load() {
    return ServiceLoader.load(Treatment.class, Treatment.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .<Treatment<?>>map(found -> (Treatment<?>) found)
        .sorted(Comparator.comparing(treatment -> treatment.name()))
        .toList();
  }
}
