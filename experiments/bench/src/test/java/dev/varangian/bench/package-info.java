@NullMarked
package dev.varangian.bench;

import org.jspecify.annotations.NullMarked;
