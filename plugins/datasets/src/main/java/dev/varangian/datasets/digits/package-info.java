/** Images of digits, generated without any file. */
@NullMarked
package dev.varangian.datasets.digits;

import org.jspecify.annotations.NullMarked;
