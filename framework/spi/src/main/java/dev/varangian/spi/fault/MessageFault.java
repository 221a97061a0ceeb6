package dev.varangian.spi.fault;

import java.util.Optional;

/** A fault of the message: nothing is sent, or something that is no vector of length d. */
public non-sealed interface MessageFault extends Fault {

  /** What {@link #send} reads of the situation. */
  Knowledge knows();

  /** What arrives at the server; empty if nothing does. */
  Optional<float[]> send(Situation situation);
}
