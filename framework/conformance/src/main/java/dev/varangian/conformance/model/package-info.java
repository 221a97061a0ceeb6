/** What every model must do, one class each. */
@NullMarked
package dev.varangian.conformance.model;

import org.jspecify.annotations.NullMarked;
