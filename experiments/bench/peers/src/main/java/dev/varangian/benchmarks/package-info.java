/** JMH benchmarks of the engine, and the comparison with libtorch. */
@NullMarked
package dev.varangian.benchmarks;

import org.jspecify.annotations.NullMarked;
