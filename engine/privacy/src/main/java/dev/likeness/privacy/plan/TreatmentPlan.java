package dev.likeness.privacy.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.treatment.BoundTreatment;
import dev.likeness.privacy.treatment.CaesarLegacyTreatment;
import dev.likeness.privacy.treatment.DropTreatment;
import dev.likeness.privacy.treatment.FakeTreatment;
import dev.likeness.privacy.treatment.KeepTreatment;
import dev.likeness.privacy.treatment.PlaceholderTreatment;
import dev.likeness.privacy.treatment.SynthesisRule;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.privacy.treatment.UnknownTreatmentException;
import dev.likeness.table.Field;
import dev.likeness.table.Role;
import dev.likeness.table.StorageType;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which treatment each column gets. Columns that are not named stay as they are: in a masked copy
 * their cells, in synthesis what the model learns.
 *
 * @param columns treatments by the name of the column, in file order
 */
public record TreatmentPlan(Map<String, TreatmentChoice> columns) {

  private static final Set<String> TOKENS =
      Set.of("person_name", "given_name", "family_name", "street_address", "free_text");
  private static final Set<String> LINKS = Set.of("url", "url_personal");
  private static final double DENSE = 1.5;

  /** Copies the map. */
  public TreatmentPlan {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** Nothing is treated. */
  public static TreatmentPlan none() {
    return new TreatmentPlan(Map.of());
  }

  /**
   * What is done when nobody says otherwise.
   *
   * <p>For new rows: direct identifiers and other columns that no model learns are made up; running
   * numbers run on; free text that names nobody gets placeholders. In a masked copy: direct
   * identifiers are encrypted so that they can be had back, in their own format where that hides
   * enough (numbers, codes, addresses of e-mail), as tokens otherwise (names, streets, text); dates
   * of birth, ages, postcodes and coordinates become coarser, or tokens where they are not read as
   * dates and numbers; age bands are coarse as they are. Everything else stays. Nothing here ever
   * chooses {@code caesar-legacy} or {@code keep}.
   */
  public static TreatmentPlan defaults(TableProfile profile, Purpose purpose) {
    Map<String, TreatmentChoice> columns = new LinkedHashMap<>();
    for (ColumnProfile column : profile.columns()) {
      Field field = profile.schema().field(column.position() - 1);
      Optional<TreatmentChoice> choice =
          switch (purpose) {
            case SYNTHETIC -> synthetic(column, field, profile.rows());
            case MASKED_COPY -> masked(column, field);
          };
      choice.ifPresent(chosen -> columns.put(column.name(), chosen));
    }
    return new TreatmentPlan(columns);
  }

  private static Optional<TreatmentChoice> synthetic(ColumnProfile column, Field field, long rows) {
    if (field.isModelled()) {
      return Optional.empty();
    }
    boolean direct = field.role() == Role.DIRECT_IDENTIFIER;
    boolean text = column.kind() == Kind.TEXT && column.type().equals(ColumnProfile.NO_TYPE);
    boolean counts = field.type() == StorageType.NUMERIC && isDense(column, rows);
    boolean placeholder = counts || text && !direct || field.type() == StorageType.TEMPORAL;
    return Optional.of(
        TreatmentChoice.usual(placeholder ? PlaceholderTreatment.NAME : FakeTreatment.NAME));
  }

  /** Whether an identifier counts rows: whole numbers that nearly fill their range. */
  private static boolean isDense(ColumnProfile column, long rows) {
    Optional<Double> span =
        column.min().flatMap(min -> column.max().map(max -> number(max) - number(min)));
    return span.isPresent() && span.get() <= DENSE * Math.max(rows, 10);
  }

  private static double number(dev.likeness.table.profile.Scalar scalar) {
    return scalar.value() instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static Optional<TreatmentChoice> masked(ColumnProfile column, Field field) {
    if (field.role() == Role.DIRECT_IDENTIFIER) {
      boolean token =
          TOKENS.contains(column.type())
              || LINKS.contains(column.type())
              || column.kind() == Kind.TEXT;
      return Optional.of(TreatmentChoice.usual(token ? "encrypt" : "fpe"));
    }
    TreatmentChoice coarser = TreatmentChoice.usual("generalize");
    TreatmentChoice unreadable = TreatmentChoice.usual("encrypt");
    boolean numeric = field.type() == StorageType.NUMERIC;
    return switch (column.type()) {
      case "date_of_birth" ->
          Optional.of(field.type() == StorageType.TEMPORAL ? coarser : unreadable);
      case "age" ->
          column.kind() == Kind.ORDINAL
              ? Optional.empty()
              : Optional.of(numeric ? coarser.with("width", 5.0).with("top", 90.0) : unreadable);
      case "postcode" -> Optional.of(coarser.with("prefix", 3));
      case "geo_coordinate" -> Optional.of(numeric ? coarser.with("width", 0.1) : unreadable);
      default -> Optional.empty();
    };
  }

  /**
   * The usual plan with what people chose for the table, whatever they chose it for: what cannot be
   * done to new rows (showing originals) gives way to the usual treatment there.
   *
   * @param chosen treatments by column
   */
  public static TreatmentPlan of(
      TableProfile profile, Purpose purpose, Map<String, TreatmentChoice> chosen) {
    Map<String, TreatmentChoice> fitting = new LinkedHashMap<>(chosen);
    if (purpose == Purpose.SYNTHETIC) {
      Set<String> hidden = new HashSet<>();
      profile.schema().fields().stream()
          .filter(field -> !field.isModelled())
          .forEach(field -> hidden.add(field.name()));
      fitting
          .entrySet()
          .removeIf(
              entry ->
                  entry.getValue().name().equals(CaesarLegacyTreatment.NAME)
                      || entry.getValue().name().equals(KeepTreatment.NAME)
                          && hidden.contains(entry.getKey()));
    }
    return defaults(profile, purpose).with(fitting);
  }

  /** The treatment of a column. */
  public Optional<TreatmentChoice> of(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** The plan with other choices for some columns. */
  public TreatmentPlan with(Map<String, TreatmentChoice> others) {
    Map<String, TreatmentChoice> all = new LinkedHashMap<>(columns);
    all.putAll(others);
    return new TreatmentPlan(all);
  }

  /** The columns of a table as treatments see them. */
  public static TableContext context(TableProfile profile) {
    return new TableContext(
        profile.columns().stream()
            .map(
                column ->
                    new TableContext.Column(
                        profile.schema().field(column.position() - 1), column.type()))
            .toList());
  }

  /**
   * Checks the plan against a table.
   *
   * @throws InvalidPlanException naming the column and what was expected
   */
  public void check(TableProfile profile, Purpose purpose, Fences fences) {
    check(context(profile), purpose, fences);
  }

  /**
   * Checks the plan against the columns of a table.
   *
   * @throws InvalidPlanException naming the column and what was expected
   */
  public void check(TableContext table, Purpose purpose, Fences fences) {
    columns.forEach((name, choice) -> check(name, choice, table, purpose, fences));
    boolean nothingLeft =
        table.columns().stream().allMatch(column -> isDropped(column.field().name()));
    if (nothingLeft) {
      throw new InvalidPlanException("/columns", "every column is dropped, expected one to stay");
    }
  }

  boolean isDropped(String column) {
    return of(column).filter(choice -> choice.name().equals(DropTreatment.NAME)).isPresent();
  }

  private static void check(
      String name, TreatmentChoice choice, TableContext table, Purpose purpose, Fences fences) {
    int position =
        table
            .named(name)
            .orElseThrow(
                () ->
                    new InvalidPlanException(
                        InvalidPlanException.column(name),
                        "column = " + name + ", expected one of the table"));
    BoundTreatment<?> bound = bound(name, choice);
    Field field = table.columns().get(position).field();
    checkClearText(name, bound, field, purpose, fences);
    checkOptions(name, bound, field, table);
    if (purpose == Purpose.SYNTHETIC && bound.synthesis() == SynthesisRule.REFUSED) {
      throw refused(name, choice.name() + " cannot be used for new rows, expected another");
    }
  }

  private static BoundTreatment<?> bound(String name, TreatmentChoice choice) {
    try {
      return choice.bound();
    } catch (UnknownTreatmentException e) {
      throw new InvalidPlanException(
          InvalidPlanException.column(name, "treatment", "name"),
          "column " + name + ": " + e.getMessage());
    } catch (InvalidOptionException e) {
      throw new InvalidPlanException(
          InvalidPlanException.column(name, "treatment", "options", e.option()),
          "column " + name + ": " + choice.name() + "." + e.getMessage());
    }
  }

  private static InvalidPlanException refused(String column, String reason) {
    return new InvalidPlanException(
        InvalidPlanException.column(column, "treatment"), "column " + column + ": " + reason);
  }

  private static void checkClearText(
      String name, BoundTreatment<?> bound, Field field, Purpose purpose, Fences fences) {
    boolean direct = field.role() == Role.DIRECT_IDENTIFIER;
    ObjectNode options = bound.optionsJson();
    boolean acknowledged = options.path("acknowledged").asBoolean();
    switch (bound.name()) {
      case KeepTreatment.NAME -> {
        if (purpose == Purpose.SYNTHETIC && !field.isModelled()) {
          throw refused(name, "keep would show the original in new rows, expected another");
        } else if (direct && !acknowledged) {
          throw refused(name, "keep of a direct identifier, expected acknowledged = true");
        }
      }
      case CaesarLegacyTreatment.NAME -> {
        if (!fences.caesarLegacy()) {
          throw refused(name, "caesar-legacy is off, expected likeness.caesar-legacy.enabled");
        } else if (!fences.privacyOfficer() || !acknowledged) {
          throw refused(name, "caesar-legacy, expected acknowledged = true from a privacy officer");
        } else if (direct && !options.path("override_direct_identifier").asBoolean()) {
          throw refused(
              name,
              "caesar-legacy on a direct identifier, expected override_direct_identifier = true");
        }
      }
      default -> {}
    }
  }

  private static void checkOptions(
      String name, BoundTreatment<?> bound, Field field, TableContext table) {
    if (bound.name().equals("shift")) {
      if (field.type() != StorageType.TEMPORAL) {
        throw refused(name, "shift moves dates, expected a column of dates");
      }
      String by = bound.optionsJson().path("by").asText();
      if (!by.isEmpty() && table.named(by).isEmpty()) {
        throw new InvalidPlanException(
            InvalidPlanException.column(name, "treatment", "options", "by"),
            "column " + name + ": shift.by = " + by + ", expected a column of the table");
      }
    }
  }
}
