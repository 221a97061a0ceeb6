/** What a reader of {@code varangian describe} is told of a component beyond its declaration. */
@NullMarked
package dev.varangian.cli.reference;

import org.jspecify.annotations.NullMarked;
