/** Texts for people, whatever they are about. */
@NullMarked
package dev.varangian.cli.text;

import org.jspecify.annotations.NullMarked;
