/** Support for the components of a run: guarded calls of their code, and their memory. */
@NullMarked
package dev.varangian.core.component;

import org.jspecify.annotations.NullMarked;
