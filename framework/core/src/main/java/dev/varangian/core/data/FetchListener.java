package dev.varangian.core.data;

/** Receives the progress of a download. */
public interface FetchListener {

  /** A file is requested. */
  void begins(String address);

  /**
   * More of it was received.
   *
   * @param done the number of bytes received
   * @param total the total number; -1 if unknown
   */
  void received(long done, long total);

  /** The file is complete and verified, or the attempt has failed. */
  void ends();

  /**
   * The attempt failed, and the next mirror is tried.
   *
   * @param reason the address and what failed, in one line
   */
  void goesOn(String reason);
}
