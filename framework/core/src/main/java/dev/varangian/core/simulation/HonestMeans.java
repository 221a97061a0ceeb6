package dev.varangian.core.simulation;

import java.util.Set;

/**
 * Means over the honest agents in a round.
 *
 * @param loss the mean of their losses on their batches
 * @param norm the mean of the Euclidean norms of their gradients
 */
record HonestMeans(double loss, double norm) {

  static HonestMeans of(float[] losses, double[] squaredNorms, Set<Integer> faulty) {
    double loss = 0;
    double norm = 0;
    for (int agent = 0; agent < losses.length; agent++) {
      if (!faulty.contains(agent)) {
        loss += losses[agent];
        norm += Math.sqrt(squaredNorms[agent]);
      }
    }
    int honest = losses.length - faulty.size();
    return new HonestMeans(loss / honest, norm / honest);
  }

  /** Whether every honest loss and gradient is finite; otherwise the run diverges. */
  boolean areFinite() {
    return Double.isFinite(loss) && Double.isFinite(norm);
  }
}
