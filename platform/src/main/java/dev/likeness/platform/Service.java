package dev.likeness.platform;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells to which service a bean of platform, or a bean that platform looks for, belongs. */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {

  /**
   * Name of the service: {@code ingest}, {@code profiler}, {@code generator}, {@code evaluator}.
   */
  String value();

  /** The qualifier as a value, for programmatic look-up. */
  final class Named extends AnnotationLiteral<Service> implements Service {

    private static final long serialVersionUID = 1L;

    private final String value;

    private Named(String value) {
      this.value = value;
    }

    /** The qualifier of a service. */
    public static Named of(String value) {
      return new Named(value);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
