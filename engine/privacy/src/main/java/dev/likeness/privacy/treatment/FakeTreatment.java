package dev.likeness.privacy.treatment;

import com.google.auto.service.AutoService;
import dev.likeness.privacy.fake.DrawSource;
import dev.likeness.privacy.fake.Fake;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.options.Option;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * Made-up values that look real. In a row-aligned copy they follow from the key and the original,
 * so the same person keeps the same name in every row and table; e-mail addresses match names,
 * names the gender and country beside them.
 */
@SuppressWarnings("rawtypes")
@AutoService(Treatment.class)
public final class FakeTreatment implements Treatment<FakeTreatment.Options> {

  /** Its name. */
  public static final String NAME = "fake";

  /**
   * Options.
   *
   * @param locale of names, streets and companies
   */
  public record Options(
      @Option(
              value =
                  "Language of names and places, such as de or en-GB; auto: that of the row's"
                      + " country, or of the headers.",
              defaultsTo = People.AUTO)
          String locale) {

    /** Checks the language tag. */
    public Options {
      try {
        if (!locale.equals(People.AUTO)) {
          new Locale.Builder().setLanguageTag(locale).build();
        }
      } catch (IllformedLocaleException e) {
        throw new InvalidOptionException("locale", "expected auto or a tag such as de or en-GB");
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Replaces by made-up values that look real: the same person stays the same person.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Protection protection(Options options) {
    return Protection.IRREVERSIBLE;
  }

  @Override
  public SynthesisRule synthesis(Options options) {
    return SynthesisRule.FRESH;
  }

  @Override
  public CellTreatment prepare(Options options, ColumnContext column) {
    Fake fake = Fake.of(column.type(), column.field());
    DrawSource draws = DrawSource.keyed(column.secret().subkey("fake", 32));
    People people = People.of(column.table(), column.position(), options.locale());
    return (value, row) -> fake.make(value, draws, people.of(row));
  }
}
