package dev.likeness.generator.service;

import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.table.options.OptionDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The models that jobs can use: all that are registered. */
@ApplicationScoped
public class ModelCatalog {

  private final GeneratorConfig config;

  ModelCatalog(GeneratorConfig config) {
    this.config = config;
  }

  /**
   * A model.
   *
   * @param name as typed
   * @param summary what it is good for
   * @param usual whether jobs use it that name none
   * @param options what can be set
   */
  public record Entry(String name, String summary, boolean usual, List<OptionDescriptor> options) {}

  /** Every model, by name. */
  public List<Entry> models() {
    return Synthesizers.all().stream().map(this::entry).toList();
  }

  private Entry entry(Synthesizer<?> model) {
    return new Entry(
        model.name(),
        model.summary(),
        model.name().equals(config.defaultModel()),
        Synthesizers.describe(model));
  }
}
