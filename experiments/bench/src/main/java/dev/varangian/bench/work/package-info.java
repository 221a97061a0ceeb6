/** The works that are timed: products, rounds of LeNet, filters, reading memory. */
@NullMarked
package dev.varangian.bench.work;

import org.jspecify.annotations.NullMarked;
