/** The checks of models, one class per claim. */
@NullMarked
package dev.varangian.conformance.model;

import org.jspecify.annotations.NullMarked;
