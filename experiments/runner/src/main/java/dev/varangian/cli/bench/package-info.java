/** What {@code varangian bench} measures, and how. */
@NullMarked
package dev.varangian.cli.bench;

import org.jspecify.annotations.NullMarked;
