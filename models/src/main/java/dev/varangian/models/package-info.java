/** The built-in models. */
@NullMarked
package dev.varangian.models;

import org.jspecify.annotations.NullMarked;
