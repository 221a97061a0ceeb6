@NullMarked
package dev.varangian.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
