package dev.varangian.tensor.kernels.columns;

import static dev.varangian.tensor.kernels.columns.ColumnKernels.COLUMNS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As {@link ScalarNearest}, for as many columns side by side as a register holds doubles. */
final class VectorNearest {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int HALF = DOUBLES.length();

  /** The numbers of working memory: for each of the columns four. */
  static final int SCRATCH = 4 * HALF;

  private VectorNearest() {}

  /**
   * As {@link ColumnKernels#meanOfNearest}.
   *
   * @param scratch working memory of {@link #SCRATCH} numbers
   */
  static void mean(
      Nearest nearest, float[][] rows, int from, int length, float[] out, double[] scratch) {
    for (int column = 0; column < length; column += HALF) {
      long dependsOnRows = mean(nearest, rows.length, column, scratch);
      int end = Math.min(HALF, length - column);
      for (int i = 0; i < end; i++) {
        int coordinate = from + column + i;
        double least = scratch[HALF + i];
        double greatest = scratch[2 * HALF + i];
        if ((dependsOnRows >> i & 1) != 0) {
          double centre = scratch[3 * HALF + i];
          double farthest = Math.max(centre - least, greatest - centre);
          ScalarNearest.meanByRow(nearest, centre, farthest, rows, coordinate, column + i, out);
        } else {
          out[coordinate] = (float) scratch[i];
          nearest.setBounds(column + i, (float) least, (float) greatest);
        }
      }
    }
  }

  /**
   * Writes the means, the least and greatest averaged values and the centres, one after the other.
   *
   * @return a bit for each column in which the choice may depend on the rows
   */
  private static long mean(Nearest rule, int n, int column, double[] scratch) {
    int count = rule.count();
    float[] sorted = rule.sorted();
    DoubleVector centre = DoubleVector.zero(DOUBLES);
    for (int place = rule.first(); place <= rule.last(); place++) {
      centre = centre.add(doubles(sorted, place * COLUMNS + column));
    }
    centre = centre.div(rule.spanSize());
    DoubleVector start = DoubleVector.zero(DOUBLES);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    for (int place = 0; place < n - count; place++) {
      DoubleVector above = doubles(sorted, (place + count) * COLUMNS + column).sub(centre);
      DoubleVector below = centre.sub(doubles(sorted, place * COLUMNS + column));
      start = start.add(one, above.compare(VectorOperators.LT, below));
    }
    DoubleVector end = start.add(count);
    DoubleVector sum = DoubleVector.zero(DOUBLES);
    DoubleVector least = sum;
    DoubleVector greatest = sum;
    DoubleVector next = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
    DoubleVector before = doubles(sorted, column);
    DoubleVector differenceBefore = before.sub(centre);
    VectorMask<Double> tied = DOUBLES.maskAll(false);
    for (int place = 0; place < n; place++) {
      DoubleVector x = doubles(sorted, place * COLUMNS + column);
      DoubleVector difference = x.sub(centre);
      tied =
          tied.or(
              x.compare(VectorOperators.NE, before)
                  .and(difference.compare(VectorOperators.EQ, differenceBefore)));
      VectorMask<Double> inside =
          start
              .compare(VectorOperators.LE, (double) place)
              .and(end.compare(VectorOperators.GT, (double) place));
      sum = sum.add(x, inside);
      least = least.blend(x, start.compare(VectorOperators.EQ, (double) place));
      greatest = greatest.blend(x, inside);
      next = next.blend(x, end.compare(VectorOperators.EQ, (double) place));
      before = x;
      differenceBefore = difference;
    }
    sum.div(count).intoArray(scratch, 0);
    least.intoArray(scratch, HALF);
    greatest.intoArray(scratch, 2 * HALF);
    centre.intoArray(scratch, 3 * HALF);
    VectorMask<Double> acrossTheCentre =
        next.sub(centre)
            .compare(VectorOperators.EQ, centre.sub(least))
            .and(least.compare(VectorOperators.LT, centre));
    return tied.or(acrossTheCentre).toLong();
  }

  private static DoubleVector doubles(float[] x, int i) {
    return (DoubleVector)
        FloatVector.fromArray(FLOATS, x, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
