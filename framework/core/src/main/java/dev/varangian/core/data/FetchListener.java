package dev.varangian.core.data;

/** Told how far a download is. */
public interface FetchListener {

  /** A file is asked for. */
  void begins(String address);

  /**
   * More of it has arrived.
   *
   * @param done how many bytes are there
   * @param total how many there will be; -1 if the server does not say
   */
  void received(long done, long total);

  /** It is there and right, or is given up. */
  void ends();

  /**
   * It was given up, and the next mirror is tried.
   *
   * @param reason the address and what is wrong with it, in a line
   */
  void goesOn(String reason);
}
