/**
 * The API for plugin authors.
 *
 * <p>A {@link dev.varangian.spi.Plugin} declares {@linkplain dev.varangian.spi.Component
 * components}: {@linkplain dev.varangian.spi.filter.GradientFilter gradient filters}, {@linkplain
 * dev.varangian.spi.filter.PreAggregator pre-aggregators} applied before them, {@linkplain
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
 *   <li>and, in filters, pre-aggregators, faults, partitions and schedules, which are created for
 *       each run: the run's {@link dev.varangian.spi.context.Geometry} (n, f and d), a source of
 *       {@link dev.varangian.spi.context.Randomness} of its own, and its {@link
 *       dev.varangian.spi.context.Memory}, the one place for state between rounds.
 * </ul>
 *
 * <p>Arguments such as rows, points, situations and batches are valid only during the call: the
 * next round overwrites the same memory.
 *
 * <p>Agents are counted from 0 in this API and from 1 in files and messages; rounds are counted
 * from 1 everywhere. The symbols n (number of agents), f (tolerance) and d (dimension) are those of
 * the literature.
 */
@NullMarked
package dev.varangian.spi;

import org.jspecify.annotations.NullMarked;
