/** JMH benchmarks. */
@NullMarked
package dev.varangian.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
