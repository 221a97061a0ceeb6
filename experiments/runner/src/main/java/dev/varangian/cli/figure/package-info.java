/** Checks what a paper claims about its figures against the runs. */
@NullMarked
package dev.varangian.cli.figure;

import org.jspecify.annotations.NullMarked;
