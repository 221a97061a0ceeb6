/** Linear regression with a known optimum and gradient variance. */
@NullMarked
package dev.varangian.datasets.regression;

import org.jspecify.annotations.NullMarked;
