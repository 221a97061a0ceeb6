/** From received rows to one vector: averaging, pre-aggregators, points, columns, the filter. */
@NullMarked
package dev.varangian.core.aggregation;

import org.jspecify.annotations.NullMarked;
