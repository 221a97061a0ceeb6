/** The comparison with libtorch, in processes that take turns. */
@NullMarked
package dev.varangian.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
