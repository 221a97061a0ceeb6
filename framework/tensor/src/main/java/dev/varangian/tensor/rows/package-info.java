/**
 * What is computed from rows of many coordinates: norms, distances, weighted sums and means of
 * sorted columns. A row is an array of floats. Every result is the same to the bit on every
 * machine, and whatever the number of threads that compute parts of it.
 */
@NullMarked
package dev.varangian.tensor.rows;

import org.jspecify.annotations.NullMarked;
