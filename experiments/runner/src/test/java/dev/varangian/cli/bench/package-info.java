@NullMarked
package dev.varangian.cli.bench;

import org.jspecify.annotations.NullMarked;
