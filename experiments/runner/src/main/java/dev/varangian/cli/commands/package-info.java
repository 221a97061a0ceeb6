/** The commands: each parses its arguments, calls the core and prints. */
@NullMarked
package dev.varangian.cli.commands;

import org.jspecify.annotations.NullMarked;
