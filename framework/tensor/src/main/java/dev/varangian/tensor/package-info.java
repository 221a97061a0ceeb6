/**
 * Dense float tensors and reverse-mode differentiation.
 *
 * <p>Operations are recorded on a {@link dev.varangian.tensor.Tape}, an ordered list, either run at
 * once (eager) or turned into a {@link dev.varangian.tensor.Plan} that runs them for the batches of
 * many agents without allocating. An operation is one class that holds its forward and its backward
 * side by side; see {@link dev.varangian.tensor.operation.Operation}.
 */
@NullMarked
package dev.varangian.tensor;

import org.jspecify.annotations.NullMarked;
