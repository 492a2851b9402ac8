package dev.likeness.privacy.treatment;

import java.util.Optional;

/** The row that a cell stands in. */
public interface Row {

  /** Its number, from 0. */
  long number();

  /** The original text of a column, from 0; empty where missing. */
  Optional<String> original(int column);
}
