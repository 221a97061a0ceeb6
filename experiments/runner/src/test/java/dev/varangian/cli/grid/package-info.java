@NullMarked
package dev.varangian.cli.grid;

import org.jspecify.annotations.NullMarked;
