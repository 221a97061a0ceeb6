/** What a paper claims of its figures, against what the runs show. */
@NullMarked
package dev.varangian.cli.figure;

import org.jspecify.annotations.NullMarked;
