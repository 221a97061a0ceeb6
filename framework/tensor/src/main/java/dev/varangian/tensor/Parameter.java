package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;

/**
 * A learned tensor of a model: a contiguous piece of the weight vector and of every gradient.
 *
 * @param name unique within the model, for instance {@code conv1.weight}
 * @param shape its shape
 * @param offset where it begins in the weight vector
 * @param centre the mean of the initial values
 * @param bound initial values are uniform in [centre - bound, centre + bound]
 */
public record Parameter(String name, Shape shape, int offset, double centre, double bound) {}
