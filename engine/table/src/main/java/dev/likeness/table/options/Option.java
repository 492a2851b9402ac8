package dev.likeness.table.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of an options record: the one source of forms, command-line flags and API
 * schemas.
 */
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Option {

  /** One sentence for people: what it changes. */
  String value();

  /** The default, as it would be typed. */
  String defaultsTo();

  /** Smallest permitted number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest permitted number. */
  double max() default Double.POSITIVE_INFINITY;
}
