/** What the CGE paper proves, in numbers. */
@NullMarked
package dev.varangian.core.theory;

import org.jspecify.annotations.NullMarked;
