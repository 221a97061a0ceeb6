package dev.varangian.spi.data;

import dev.varangian.spi.context.ConfigurationException;
import java.util.List;

/** Decides which part of the training set each agent draws from (uniformly, with replacement). */
public interface Partition {

  /**
   * The parts for {@code agents} agents.
   *
   * @throws ConfigurationException if an agent would have no sample
   */
  List<Part> split(Samples training, int agents);

  /** Some of the training samples. */
  interface Part {
    /** The number of samples, at least 1. */
    int size();

    /** The index in the training set of the sample at {@code position} in this part. */
    int index(int position);

    /** The whole of a training set. */
    static Part whole(int size) {
      return new Part() {
        @Override
        public int size() {
          return size;
        }

        @Override
        public int index(int position) {
          return position;
        }
      };
    }

    /** The samples at these indices. */
    static Part of(int... indices) {
      int[] own = indices.clone();
      return new Part() {
        @Override
        public int size() {
          return own.length;
        }

        @Override
        public int index(int position) {
          return own[position];
        }
      };
    }
  }
}
