/** What {@code varangian bench} measures, and how. */
@NullMarked
package dev.varangian.bench;

import org.jspecify.annotations.NullMarked;
