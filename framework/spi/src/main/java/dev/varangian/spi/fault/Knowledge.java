package dev.varangian.spi.fault;

/** What a fault knows. It has access to this and nothing else. */
public enum Knowledge {
  /** The round and which agent it is. */
  NOTHING,
  /** Also the agent's own correct gradient. */
  OWN_GRADIENT,
  /** Also the gradients of all honest agents. */
  ALL_GRADIENTS,
  /** Also the server's filter, which it can try on forged vectors. */
  FILTER
}
