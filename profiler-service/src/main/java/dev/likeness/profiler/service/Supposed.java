package dev.likeness.profiler.service;

import dev.likeness.privacy.detect.PiiType;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TextFormat;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A profile as it would be if people were right about roles and types: enough to choose and check
 * treatments before the columns are looked at again.
 */
final class Supposed {

  private Supposed() {}

  static TableProfile profile(TableProfile table, List<Amendment> amendments) {
    Map<String, Amendment> said =
        amendments.stream().collect(Collectors.toMap(Amendment::column, Function.identity()));
    List<Field> fields = new ArrayList<>();
    List<ColumnProfile> columns = new ArrayList<>();
    for (ColumnProfile column : table.columns()) {
      Amendment word = said.getOrDefault(column.name(), Amendment.none(column.name()));
      Role role = role(column, word);
      Field field = table.schema().field(column.position() - 1);
      fields.add(field(field, role));
      columns.add(
          role == column.role() && type(column, word).equals(column.type())
              ? column
              : column.withPersonalData(role, type(column, word), 1, List.of()));
    }
    return new TableProfile(table.rows(), new Schema(fields), columns);
  }

  /** Whether a profile says the same about a column as people do, in role and type. */
  static boolean agrees(ColumnProfile column, Amendment said) {
    return role(column, said) == column.role() && type(column, said).equals(column.type());
  }

  private static Role role(ColumnProfile column, Amendment said) {
    Optional<PiiType> type = said.type().flatMap(PiiType::named);
    return said.role()
        .or(() -> type.map(PiiType::role))
        .orElse(said.type().isPresent() ? Role.HARMLESS : column.role());
  }

  private static String type(ColumnProfile column, Amendment said) {
    return role(column, said) == Role.HARMLESS
        ? ColumnProfile.NO_TYPE
        : said.type().orElse(column.type());
  }

  private static Field field(Field field, Role role) {
    return role == Role.DIRECT_IDENTIFIER
        ? new Field(field.name(), StorageType.TEXT, Measure.NOMINAL, role, TextFormat.PLAIN)
        : new Field(field.name(), field.type(), field.measure(), role, field.format());
  }
}
