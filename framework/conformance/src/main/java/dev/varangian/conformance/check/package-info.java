/** What a check is, and what it needs whatever the kind of component. */
@NullMarked
package dev.varangian.conformance.check;

import org.jspecify.annotations.NullMarked;
