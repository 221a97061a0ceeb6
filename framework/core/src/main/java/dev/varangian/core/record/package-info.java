/** What a run leaves behind, and the files it is written to. */
@NullMarked
package dev.varangian.core.record;

import org.jspecify.annotations.NullMarked;
