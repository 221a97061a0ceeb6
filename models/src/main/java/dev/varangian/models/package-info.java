/** The built-in models, one class each. */
@NullMarked
package dev.varangian.models;

import org.jspecify.annotations.NullMarked;
