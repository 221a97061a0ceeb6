package dev.varangian.spi.fault;

import java.util.Optional;

/** A fault in the message: nothing is sent, or something other than a vector of length d. */
public non-sealed interface MessageFault extends Fault {

  /** The parts of the situation that {@link #send} reads. */
  Knowledge knows();

  /** What arrives at the server; empty if nothing arrives. */
  Optional<float[]> send(Situation situation);
}
