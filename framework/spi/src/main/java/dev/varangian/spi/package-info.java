/**
 * All that the author of a plugin sees.
 *
 * <p>A {@link dev.varangian.spi.Plugin} declares {@linkplain dev.varangian.spi.Component
 * components}: {@linkplain dev.varangian.spi.filter.GradientFilter gradient filters}, {@linkplain
 * dev.varangian.spi.filter.PreAggregator pre-aggregators} in front of them, {@linkplain
 * dev.varangian.spi.fault.Fault faults}, {@linkplain dev.varangian.spi.data.Dataset data sets},
 * {@linkplain dev.varangian.spi.data.Partition partitions}, {@linkplain
 * dev.varangian.spi.training.Model models} and {@linkplain
 * dev.varangian.spi.training.StepSizeSchedule step-size schedules}. A component is an ordinary
 * class whose {@code @Inject} constructor may ask for
 *
 * <ul>
 *   <li>its parameter record, bound from the experiment file ({@link
 *       dev.varangian.spi.context.Param});
 *   <li>the {@link dev.varangian.spi.data.DataDirectory};
 *   <li>and, in filters, pre-aggregators, faults, partitions and schedules, which are made anew for
 *       each run: the run's {@link dev.varangian.spi.context.Geometry} (n, f and d), a source of
 *       {@link dev.varangian.spi.context.Randomness} of its own, and its {@link
 *       dev.varangian.spi.context.Memory}, the one place for state between rounds.
 * </ul>
 *
 * <p>What a method is given (rows, points, situations, batches) is valid during that call: the next
 * round writes into the same memory.
 *
 * <p>Agents are counted from 0 in this API and from 1 in files and messages; rounds are counted
 * from 1 everywhere. Numbers of agents n, tolerance f and dimension d are the symbols of the
 * literature.
 */
@NullMarked
package dev.varangian.spi;

import org.jspecify.annotations.NullMarked;
