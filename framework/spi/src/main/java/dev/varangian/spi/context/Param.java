package dev.varangian.spi.context;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one parameter, on the component of a parameter record. Types are {@code int}, {@code
 * long}, {@code double}, {@code boolean}, {@code String} and enums, whose constants are written in
 * lower-case kebab-case, or as returned by {@code toString} if they override it. A record component
 * {@code batchSize} is written {@code batch-size}. A component that is itself a record of such
 * parameters needs no annotation; its parameters are written below its name, as in <code>
 * {name: …, inner: {count: 3}}</code> or {@code inner.count: 3}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /** What it means, in a phrase. */
  String value();

  /** The unit, if it has one. */
  String unit() default "";

  /** The default, as written in the experiment file; without one, the parameter is required. */
  String defaultValue() default "";

  /** The smallest value allowed for a number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest value allowed for a number. */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * The values allowed for a {@code String}; empty if any text is allowed, and for every other
   * type.
   */
  String[] oneOf() default {};
}
