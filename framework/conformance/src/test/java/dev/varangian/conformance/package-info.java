@NullMarked
package dev.varangian.conformance;

import org.jspecify.annotations.NullMarked;
