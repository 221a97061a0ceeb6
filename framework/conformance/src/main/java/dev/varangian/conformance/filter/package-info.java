/** What every gradient filter must do, one class each. */
@NullMarked
package dev.varangian.conformance.filter;

import org.jspecify.annotations.NullMarked;
