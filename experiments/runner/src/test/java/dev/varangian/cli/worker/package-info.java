@NullMarked
package dev.varangian.cli.worker;

import org.jspecify.annotations.NullMarked;
