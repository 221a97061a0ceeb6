/** What every fault must do, one class each. */
@NullMarked
package dev.varangian.conformance.fault;

import org.jspecify.annotations.NullMarked;
