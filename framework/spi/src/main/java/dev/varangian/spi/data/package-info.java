/** Data sets, their files, and how the training set is split among the agents. */
@NullMarked
package dev.varangian.spi.data;

import org.jspecify.annotations.NullMarked;
