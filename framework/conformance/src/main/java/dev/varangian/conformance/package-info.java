/** The conformance kit: what every component of a plugin must do, by kind. */
@NullMarked
package dev.varangian.conformance;

import org.jspecify.annotations.NullMarked;
