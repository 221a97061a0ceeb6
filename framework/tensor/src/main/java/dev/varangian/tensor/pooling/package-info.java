/** Operations that replace windows of images by one value. */
@NullMarked
package dev.varangian.tensor.pooling;

import org.jspecify.annotations.NullMarked;
