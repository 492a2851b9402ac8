package dev.likeness.privacy.detect;

import dev.likeness.privacy.detect.Verdicts.Verdict;
import dev.likeness.table.Role;
import dev.likeness.table.profile.Amendment;
import java.util.List;
import java.util.Optional;

/** Puts what people say about a column over what was found. */
final class Said {

  private static final double SURE = 9;
  private static final Verdict HARMLESS = new Verdict(Optional.empty(), 1);
  private static final List<String> SIGNS = List.of("A person said so.");

  private Said() {}

  /** The verdict on a column about which somebody said something. */
  static Verdict over(Amendment said, Verdict found) {
    Optional<PiiType> type = said.type().flatMap(PiiType::named);
    if (said.role().isEmpty() && type.isEmpty()) {
      return said.type().isPresent() ? HARMLESS : found;
    }
    Role role = said.role().orElseGet(() -> type.orElseThrow().role());
    if (role == Role.HARMLESS) {
      return HARMLESS;
    }
    PiiType held = type.or(() -> found.found().map(Evidence::type)).orElseGet(() -> usual(role));
    return new Verdict(Optional.of(new Evidence(held, role, SURE, false, false, SIGNS)), 1);
  }

  private static PiiType usual(Role role) {
    return switch (role) {
      case DIRECT_IDENTIFIER -> PiiType.RECORD_ID;
      case QUASI_IDENTIFIER -> PiiType.OTHER_QUASI;
      case SENSITIVE, HARMLESS -> PiiType.OTHER_SENSITIVE;
    };
  }
}
