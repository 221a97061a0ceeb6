/** Text templates. */
@NullMarked
package dev.varangian.cli.text;

import org.jspecify.annotations.NullMarked;
