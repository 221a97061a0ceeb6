/** The files of data sets: whether they are there and right, fetched and imported. */
@NullMarked
package dev.varangian.core.data;

import org.jspecify.annotations.NullMarked;
