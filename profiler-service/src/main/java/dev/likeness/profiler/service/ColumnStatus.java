package dev.likeness.profiler.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.treatment.Protection;
import dev.likeness.table.Role;
import dev.likeness.table.profile.ColumnProfile;
import java.util.Optional;

/** What becomes of a column in a masked copy, in one word. */
public enum ColumnStatus {
  /** The copy would show what it should not. */
  @JsonProperty("at_risk")
  AT_RISK,
  /** The copy shows something else instead. */
  @JsonProperty("protected")
  PROTECTED,
  /** There is nothing to protect. */
  @JsonProperty("harmless")
  HARMLESS;

  /**
   * The status of a column.
   *
   * <ol>
   *   <li>A column without a role is harmless.
   *   <li>A treated one is protected when nothing of a value can be read off the copy; where a part
   *       can (coarser values, last digits), it is protected unless it names people directly.
   *   <li>A quasi-identifier or sensitive column that stays as it is, is harmless when no
   *       combination of quasi-identifiers singles people out.
   *   <li>Every other one is at risk.
   * </ol>
   *
   * @param treatment that it gets, chosen or by default
   * @param exposure who can be singled out, where that is known
   */
  public static ColumnStatus of(
      ColumnProfile column, Optional<TreatmentChoice> treatment, Optional<Exposure> exposure) {
    if (column.role() == Role.HARMLESS) {
      return HARMLESS;
    }
    boolean direct = column.role() == Role.DIRECT_IDENTIFIER;
    Protection protection =
        treatment.map(choice -> choice.bound().protection()).orElse(Protection.CLEAR);
    boolean covered =
        switch (protection) {
          case IRREVERSIBLE, REVERSIBLE -> true;
          case PARTIAL -> !direct;
          case CLEAR -> false;
        };
    if (covered) {
      return PROTECTED;
    }
    boolean hidden = exposure.filter(found -> found.combinations().isEmpty()).isPresent();
    return !direct && hidden ? HARMLESS : AT_RISK;
  }
}
