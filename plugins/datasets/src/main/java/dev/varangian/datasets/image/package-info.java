/** Image data sets that are read from files: MNIST, Fashion-MNIST and CIFAR-10. */
@NullMarked
package dev.varangian.datasets.image;

import org.jspecify.annotations.NullMarked;
