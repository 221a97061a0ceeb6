/** What all checks share, whatever the kind of component. */
@NullMarked
package dev.varangian.conformance.check;

import org.jspecify.annotations.NullMarked;
