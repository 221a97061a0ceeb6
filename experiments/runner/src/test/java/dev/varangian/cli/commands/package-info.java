@NullMarked
package dev.varangian.cli.commands;

import org.jspecify.annotations.NullMarked;
